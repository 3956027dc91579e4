(() => {
  const page = document.documentElement;
  if (page.dataset.recoupe) return;
  page.dataset.recoupe = "opens";
  const named = (book, name) => book.querySelector(`[id="${CSS.escape(name)}"]`);
  const open = (book, name) => {
    const found = named(book, name);
    if (!found) return false;
    const panel = document.createElement("dialog");
    const close = document.createElement("button");
    close.textContent = "×";
    close.setAttribute("aria-label", CLOSE);
    close.onclick = () => panel.close();
    const copy = found.cloneNode(true);
    copy.querySelectorAll("[id]").forEach(part => part.removeAttribute("id"));
    copy.removeAttribute("id");
    const said = found.querySelector("h4") || found.parentElement.querySelector("h4") || found;
    const title = document.createElement("h2");
    title.textContent = said.textContent;
    copy.querySelectorAll("h4").forEach(part => part.remove());
    panel.className = "recoupe jp-RenderedHTMLCommon";
    panel.setAttribute("aria-label", title.textContent);
    panel.append(close, title, copy);
    panel.onclose = () => panel.remove();
    panel.onclick = event => {
      const link = event.target.closest("a[href^='#']");
      if (event.target === panel || link) panel.close();
      if (link) go(event, book, link.hash);
    };
    document.body.append(panel);
    panel.showModal();
    return true;
  };
  const go = (event, book, hash) => {
    const name = decodeURIComponent(hash.slice(1));
    const place = name.startsWith("evidence-") ? null : named(book, name);
    if (!place && !open(book, name)) return;
    if (place) place.scrollIntoView({ block: "center" });
    event.preventDefault();
    event.stopPropagation();
  };
  const hit = (event, image) => {
    const source = decodeURIComponent(image.src.slice(image.src.indexOf(",") + 1));
    const drawing = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    const [left, top, width, height] = (drawing.getAttribute("viewBox") || "").split(/[ ,]+/).map(Number);
    const box = image.getBoundingClientRect();
    const x = left + ((event.clientX - box.left) * width) / box.width;
    const y = top + ((event.clientY - box.top) * height) / box.height;
    const within = rect => {
      const [x0, y0, w, h] = ["x", "y", "width", "height"].map(name => Number(rect.getAttribute(name)));
      return x >= x0 && x <= x0 + w && y >= y0 && y <= y0 + h;
    };
    const link = [...drawing.querySelectorAll("a.hit")].find(one => within(one.querySelector("rect")));
    return link && link.getAttribute("href");
  };
  document.addEventListener("click", event => {
    const book = event.target.closest(".jp-Notebook");
    if (!book || event.button || event.ctrlKey || event.metaKey) return;
    const link = event.target.closest(".jp-OutputArea a[href^='#']");
    const image = event.target.closest(".jp-RenderedSVG img");
    const hash = link ? link.hash : image && hit(event, image);
    if (hash) go(event, book, hash);
  }, true);
})();
