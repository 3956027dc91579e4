names => {
  const shown = part => part.checkVisibility() && part.getClientRects().length > 0;
  const ground = part => {
    for (let up = part; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (colour && !/, 0\)$|transparent/.test(colour)) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const channels = colour => (colour.match(/[\d.]+/g) || []).slice(0, 3).map(value => Math.round(Number(value)));
  const parts = {}, tops = [[], []]; // of the page, and of what lies over it, which scrolls by itself
  for (const name of names) {
    const part = [...document.querySelectorAll(name)].find(shown);
    if (!part) continue;
    const box = part.getBoundingClientRect();
    // what goes along with the page when it is scrolled has no place in the order
    if (getComputedStyle(part).position !== "sticky" || part.closest("table")) tops[part.closest("dialog") ? 1 : 0].push([name, box.top]);
    parts[name] = {
      left: Math.round((100 * box.left) / innerWidth),
      width: Math.round((100 * box.width) / innerWidth),
      ink: channels(getComputedStyle(part).color),
      ground: channels(ground(part)),
    };
  }
  return { parts, order: tops.map(group => group.sort((a, b) => a[1] - b[1]).map(([name]) => name)) };
}
