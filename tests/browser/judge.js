async ({ within, contrastAlone }) => {
  const root = document.querySelector(within);
  const looks = new Map();
  for (const part of [root, ...root.querySelectorAll("*")]) {
    const speaks = [...part.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!speaks || !part.checkVisibility()) continue;
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(part);
    const look = [color, fontSize, fontWeight, opacity];
    for (let up = part; up; up = up.parentElement) look.push(up.tagName, up.getAttribute("class"));
    if (!looks.has(look.join())) looks.set(look.join(), part);
  }
  const found = [];
  const run = async (place, options) => found.push(...(await axe.run(place, options)).violations);
  if (looks.size) await run({ include: [...looks.values()] }, { runOnly: ["color-contrast"] });
  if (!contrastAlone) await run(root, { rules: { "color-contrast": { enabled: false } } });
  return found.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}: ${node.failureSummary}`));
}
