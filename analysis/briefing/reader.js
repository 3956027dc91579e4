"use strict";
// Opens evidence beside the text and articles with their layers. The page works without it: it only clones what is there.
(() => {
  const one = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const panel = one("dialog.panel"), reader = one("dialog.reader"), main = one("main");
  if (!panel || !panel.show || !reader) return;
  const words = JSON.parse(one('script[type="application/json"]').textContent);
  const FIRST = 60, MANY = 4, LONG = 60;
  const state = { opener: null, section: null, trail: [], unit: "", layers: null, shown: null, rules: null, columns: [] };

  for (const box of [panel, reader]) box.dataset.name = box.getAttribute("aria-label");
  const name = (box, title) => {
    box.setAttribute("aria-label", `${box.dataset.name} – ${title.textContent}`.slice(0, 160));
    one(".status", box).textContent = "";
  };
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== "" && value != null) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const link = (name, ...children) => make("a", { href: "#" + name }, ...children);
  const heading = (element) => one(":scope > :is(h2, h3, h4, h5, h6)", element);
  const whole = (section) => section.parentElement.closest("section.evidence") || section;
  const parts = (section) => {
    const own = all(":scope > section.evidence", section);
    return own.length ? own : [section];
  };
  const unitsOf = (section) => all("li[data-unit]", section).map((item) => item.dataset.unit);
  const sentence = (name) => {
    const found = name && document.getElementById(name);
    return found && found.matches("article.source-text > p") && heading(found.parentElement) ? found : null;
  };
  const articles = () => all('main article.source-text[id^="article-"]').filter(heading);
  const letterOf = (article) => article.id.replace(/^article-/, "");
  const markOf = (element) => (one(".source", element) || { textContent: "" }).textContent;
  const titleOf = (article) => heading(article).textContent.slice(markOf(article).length).trim();
  const bare = (element) => {
    const copy = element.cloneNode(true);
    for (const inner of [copy, ...all("[id]", copy)]) if (inner.id) { inner.dataset.at = inner.id; inner.removeAttribute("id"); }
    return copy;
  };
  const said = (element, small = true) => {
    const copy = element.cloneNode(true);
    if (!small) all("small", copy).forEach((part) => part.remove());
    return [...copy.childNodes];
  };
  const place = (p) => {
    const among = all(":scope > p", p.parentElement);
    const role = (p.className.match(/role-(\w+)/) || [])[1];
    const where = filled(words.place, { n: among.indexOf(p) + 1, m: among.length });
    return role && role !== "body" ? `${words.roles[role] || role}, ${where}` : where;
  };

  // The address: name, letters behind "/", layers behind "~".
  const address = (hash = location.hash) => {
    let text = "";
    try { text = decodeURIComponent(hash.slice(1)); } catch { return {}; }
    const [front, layers] = text.split("~"), [name, letters] = front.split("/");
    return { name, letters: letters ? letters.split("+") : null, layers: layers == null ? null : layers.split("+") };
  };
  const target = (at) => {
    if (!at.name) return null;
    if (at.name === "articles" && at.letters) return { kind: "aside", section: null };
    const element = document.getElementById(at.name);
    if (!element) return null;
    if (element.matches("section.evidence")) return { kind: at.letters ? "aside" : "panel", section: element };
    if (articles().includes(element)) return { kind: "reader", article: element };
    return sentence(at.name) ? { kind: "reader", article: element.parentElement, unit: element } : null;
  };
  const go = (name, replace = false) => {
    const depth = (history.state && history.state.depth) || 0;
    const url = name ? "#" + encodeURI(name) : location.pathname + location.search;
    history[replace ? "replaceState" : "pushState"]({ depth: name ? depth + (replace ? 0 : 1) : 0 }, "", url);
    route();
  };
  const route = () => {
    const at = address(), to = target(at);
    if (at.layers) state.layers = at.layers.filter((name) => /^[a-z]+$/.test(name));
    const open = to ? to.kind : "";
    state.shown = location.hash;
    if (at.name && !open) state.focus = null;
    if (reader.open && open !== "reader" && open !== "aside") left(!open && !panel.open);
    if (panel.open && !open) closed(!at.name);
    if (open === "panel") showPanel(to.section);
    else if (open === "reader") showReader(to);
    else if (open === "aside") showAside(to.section, at.letters);
  };

  // A browser that goes to an address takes the focus away from what we gave it to, some frames later.
  const focus = (element, options) => (state.focus = element).focus(options);
  const refocus = () => {
    if (document.activeElement === document.body && state.focus && state.focus.isConnected) state.focus.focus({ preventScroll: true });
  };
  const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  // The panel
  const numbers = () => (state.numbers ||= all('a[href^="#evidence-"]').filter((a) => !a.closest("dialog, section.evidence, .skip")));
  const pressed = (a) => {
    if (state.opener) state.opener.removeAttribute("data-open");
    state.opener = a;
    if (a) a.setAttribute("data-open", "");
  };
  const left = (alone) => {
    const own = document.getElementById(state.unit || `article-${state.columns[0].dataset.letter}`);
    reader.close();
    if (!alone || !own || main.contains(document.activeElement)) return;
    state.unit = "";
    own.tabIndex = -1;
    own.scrollIntoView({ block: "center", behavior: "instant" });
    focus(own);
  };
  const opened = (yes) => {
    panel[yes ? "show" : "close"]();
    document.body.classList.toggle("opened", yes);  // not :has(…[open]): that looks at every element of the page
  };
  const closed = (returning) => {
    const back = state.opener || state.section;
    opened(false);
    pressed(null);
    if (!back || !returning) return;
    if (!back.matches("a")) back.tabIndex = -1;
    focus(back);
  };
  const showPanel = (section) => {
    const again = panel.open && state.section === section;
    const held = state.unit ? `a[href="#${CSS.escape(state.unit)}"]` : ".beside";
    state.section = section;
    state.trail = unitsOf(section);
    if (!state.opener || address(state.opener.getAttribute("href")).name !== section.id)
      pressed(numbers().find((a) => address(a.getAttribute("href")).name === section.id) || null);
    if (!again) fill(section);
    if (!panel.open) opened(true);
    const reading = again && one(held, panel);
    state.unit = "";
    focus(reading || one(".title", panel));
    if (!again) panel.scrollTop = 0;
    inSight(state.opener);
  };
  const inSight = (a, always) => {
    if (!a) return;
    if (always) a.scrollIntoView({ block: "center", behavior: "instant" });
    const box = a.getBoundingClientRect(), own = panel.getBoundingClientRect();
    const low = panel.open && own.width > innerWidth * 0.8 ? own.top : innerHeight;
    if (box.top < 0 || box.bottom > low) scrollBy({ top: box.top - low / 2, behavior: "instant" });
  };
  const fill = (section) => {
    const top = whole(section), own = parts(top), title = one(".title", panel);
    title.replaceChildren(...(heading(top) ? said(heading(top)) : [panel.dataset.name]));
    name(panel, title);
    const tab = (name, ...children) => {
      const a = link(name, ...children);
      if (name === section.id) a.setAttribute("aria-current", "true");
      return a;
    };
    const counted = (part) => tab(part.id, make("span", { class: "source" }, markOf(part)), " ", String(unitsOf(part).length));
    const tabs = own[0] === top ? [] : [...(own.length > 1 ? [tab(top.id, `${words.all} ${unitsOf(top).length}`)] : []), ...own.map(counted)];
    const beside = own.map((part) => sentence(unitsOf(part)[0])).filter(Boolean).map((p) => letterOf(p.parentElement));
    if (beside.length > 1) tabs.unshift(make("a", { href: `#${top.id}/${beside.slice(0, MANY).join("+")}`, class: "beside" }, words.aside));
    one(".parts", panel).replaceChildren(...tabs);
    list(section, FIRST);
  };
  const list = (section, most) => {
    const body = one(".sentences", panel);
    body.replaceChildren();
    let left = most;
    for (const part of parts(section)) {
      const items = all(":scope > ol > li", part).slice(0, left);
      if (items.length) body.append(named(part, items), make("ol", {}, ...items.map(item)));
      left -= items.length;
    }
    const hidden = unitsOf(section).length - most;
    if (hidden > 0) body.append(make("button", { type: "button", "data-do": "more" }, `${words.more} (+${hidden})`));
  };
  const named = (part, [first]) => {
    const p = sentence(first.dataset.unit), badge = one(".source", part);
    const title = p ? make("span", { lang: p.parentElement.lang }, titleOf(p.parentElement)) : "";
    return make("h3", {}, ...(badge ? [badge.cloneNode(true), " "] : []), title);
  };
  const item = (li) => {
    const copy = li.cloneNode(true), p = sentence(li.dataset.unit), to = copy.lastElementChild;
    const text = make("p", { lang: li.lang, class: "told" });
    if (to && to.matches("a")) to.remove();
    text.append(...copy.childNodes);
    const marks = all("mark", text);
    if (marks.length === 1 && marks[0].textContent.length >= text.textContent.trim().length - 2) marks[0].className = "wholly";
    const where = p ? link(li.dataset.unit, make("span", { class: "place" }, place(p)), " ", make("span", { class: "to" }, words.read)) : "";
    return make("li", { "data-unit": li.dataset.unit }, text, rulesOf(li), make("p", { class: "where" }, where));
  };
  const rulesOf = (li) => {
    const seen = new Map();
    for (const mark of all("mark[title]", li)) seen.set(mark.title, [...(seen.get(mark.title) || []), mark.textContent]);
    return make("ul", { class: "why", "aria-label": words.rule }, ...[...seen].map(([rule, matches]) => {
      const short = [...new Set(matches)].filter((text) => text.length <= LONG).join(", ");
      return make("li", {}, ...(short ? [make("b", { lang: li.lang }, short), " "] : []), ...known(rule));
    }));
  };
  const known = (rule) => {
    if (!state.rules) state.rules = new Map(all(".rules dt").map((term) => [one("code", term)?.textContent, term.nextElementSibling]));
    const found = state.rules.get(rule), counts = found && one("span", found), pattern = found && one("code", found);
    return counts && pattern ? [counts.textContent, " · ", rule, " ", pattern.cloneNode(true)] : [rule];
  };
  const step = (by) => {
    const open = numbers(), at = open.indexOf(state.opener);
    for (let next = at + by; open[next]; next += by)
      if (open[next].getAttribute("href") !== "#" + state.section.id) {
        pressed(open[next]);
        return go(address(open[next].getAttribute("href")).name);
      }
  };
  const along = (by) => {
    const links = all(".where a", panel), at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : -1) : at + by];
    if (next) { next.focus(); next.closest("li").scrollIntoView({ block: "nearest" }); }
  };

  // The reader
  const column = (article, aside) => {
    const copy = bare(article), head = make("header", {}), name = titleOf(article);
    const title = heading(copy);
    title.classList.add("named");
    head.append(title);
    const box = make("section", { class: "column", tabindex: "0", role: "region", "aria-label": `${markOf(article)} ${name}`.slice(0, 120) });
    copy.prepend(head);
    box.append(copy);
    box.dataset.letter = letterOf(article);
    if (aside) box.classList.add("narrow");
    return box;
  };
  const open = (columns, title) => {
    state.columns = columns;
    one(".title", reader).replaceChildren(...title);
    name(reader, one(".title", reader));
    one(".columns", reader).replaceChildren(...columns);
    reader.dataset.columns = Math.min(columns.length, 4);
    if (!reader.open) {
      one(".set", reader).open = innerWidth > 900;
      reader.show();  // a modal dialog would make the browser look at every element of the page
    }
    choices();
    mark();
  };
  const showReader = ({ article, unit }) => {
    const held = state.columns.length === 1 && reader.open && state.columns[0].dataset.letter === letterOf(article) && !reader.dataset.section;
    if (unit && !state.trail.includes(unit.id)) { state.trail = []; if (!panel.open) state.section = null; }
    if (!held) {
      delete reader.dataset.section;
      const title = [one(".source", article).cloneNode(true), " ", make("span", { lang: article.lang }, titleOf(article))];
      open([column(article, false)], title);
    }
    current(unit ? unit.id : "");
  };
  const current = (name) => {
    state.unit = name;
    for (const p of all(".here", reader)) { p.classList.remove("here"); p.removeAttribute("aria-current"); }
    const [box] = state.columns, p = name && one(`[data-at="${CSS.escape(name)}"]`, box);
    const found = one(".found", reader);
    found.hidden = !p;
    one(".of", reader).textContent = "";
    if (!p) return focus(box);
    p.classList.add("here");
    p.setAttribute("aria-current", "true");
    p.tabIndex = -1;
    const walk = state.trail.includes(name) ? state.trail : all("p[data-at]", box).map((one) => one.dataset.at);
    one(".of", reader).textContent = `${walk.indexOf(name) + 1} / ${walk.length}`;
    focus(p, { preventScroll: true });
    align([p], 0.3);
    found.replaceChildren(...counted(name));
  };
  const counted = (name) => {
    const tops = new Set(all(`main li[data-unit="${CSS.escape(name)}"]`).map((li) => whole(li.closest("section.evidence"))));
    const items = [...tops].filter((top) => top.id && heading(top)).map((top) => make("li", {}, link(top.id, ...said(heading(top)))));
    const p = sentence(name);
    return [make("h3", {}, words.found, ...(p ? [" ", make("small", {}, place(p))] : [])), items.length ? make("ul", {}, ...items) : make("p", {}, words.nothing)];
  };
  const onward = (by) => {
    const walk = state.trail.includes(state.unit) ? state.trail : all("p[data-at]", reader).map((p) => p.dataset.at);
    const next = walk[state.unit ? walk.indexOf(state.unit) + by : by > 0 ? 0 : -1];
    if (next && !reader.dataset.section) go(next, true);
  };
  const showAside = (section, letters) => {
    const chosen = articles().filter((article) => letters.includes(letterOf(article)));
    if (!chosen.length) return reader.open ? reader.close() : undefined;
    const top = section && whole(section), telling = new Set(top ? unitsOf(top) : []);
    const fresh = !reader.open;
    state.section = top || state.section;
    state.unit = "";
    reader.dataset.section = top ? top.id : "articles";
    const columns = chosen.map((article) => column(article, true));
    one(".found", reader).hidden = true;
    one(".of", reader).textContent = "";
    open(columns, top && heading(top) ? said(heading(top), false) : [words.compared]);
    const first = [];
    for (const box of columns) {
      const told = all("p[data-at]", box).filter((p) => telling.has(p.dataset.at));
      told.forEach((p) => p.classList.add("here"));
      if (told.length) first.push(told[0]);
      if (told.length > 1) one("header", box).append(make("button", { type: "button", "data-do": "again" }, `${words.again} (1 / ${told.length})`));
      if (top && !told.length) one("header", box).append(make("p", { class: "silent" }, words.silent));
      box.dataset.told = 0;
    }
    align(first, 0.25);
    if (fresh) focus(columns[0]);
  };
  // Each sentence at one height: the highest at which all of them can stand, and not lower than a part of the column.
  const align = (sentences, part) => {
    const heads = innerWidth > 640 ? sentences.map((p) => one("header", p.closest(".column"))) : [];
    for (const head of heads) head.style.minHeight = "";
    const tall = `${Math.max(0, ...heads.map((head) => Math.ceil(head.getBoundingClientRect().height)))}px`;
    if (heads.length > 1) for (const head of heads) head.style.minHeight = tall;
    const boxes = sentences.map((p) => {
      const box = p.closest(".column"), head = one("header", box).offsetHeight;
      return { box, at: p.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop, head };
    });
    const head = Math.max(0, ...boxes.map(({ head }) => head));
    const height = Math.max(head + 8, Math.min(...boxes.map(({ box, at }) => Math.min(at, box.clientHeight * part))));
    for (const { box, at } of boxes) box.scrollTop = at - height;
  };
  const again = (button) => {
    const box = button.closest(".column"), told = all(".here", box);
    const next = (Number(box.dataset.told) + 1) % told.length;
    box.dataset.told = next;
    button.textContent = `${words.again} (${next + 1} / ${told.length})`;
    align([told[next]], 0.25);
  };
  const mark = () => {
    const counts = {};
    for (const found of all("mark[data-layer][title]", one(".columns", reader))) counts[found.dataset.layer] = (counts[found.dataset.layer] || 0) + 1;
    const group = state.section && words.groups[whole(state.section).dataset.layer];
    const on = new Set(state.layers || (group ? [group] : []));
    const slot = one(".slot", reader);
    if (!slot.childElementCount && one(".library > .layers")) slot.append(one(".library > .layers").cloneNode(true));
    for (const box of all("input", slot)) {
      box.checked = on.has(box.value);
      one(".n", box.parentElement).textContent = counts[box.value] || 0;
    }
    reader.dataset.on = [...on].join(" ");
  };
  const choices = () => {
    const shown = new Set(state.columns.map((box) => box.dataset.letter)), letters = one(".letters", reader);
    if (!letters.childElementCount)
      letters.append(...articles().map((article) => make("label", { title: titleOf(article) }, make("input", { type: "checkbox", value: letterOf(article) }), make("span", { class: "source" }, markOf(article)))));
    for (const box of all("input", letters)) box.checked = shown.has(box.value);
    const select = one(".fact select", reader), section = reader.dataset.section || "";
    const told = (top) => said(heading(top), false).map((node) => node.textContent).join("").trim().slice(0, 90);
    const option = (top) => make("option", { value: top.id }, heading(top) ? told(top) : top.id);
    if (!select.childElementCount)
      select.append(make("option", { value: "articles" }, words.none), ...all('section.evidence[data-layer="fact"]').map(option));
    if (section && ![...select.options].some(({ value }) => value === section)) select.append(option(document.getElementById(section)));
    select.value = section || "articles";
    one(".fact", reader).hidden = select.options.length < 2;
  };
  const compare = (changed) => {
    const letters = all(".letters input:checked", reader).map((box) => box.value);
    const fact = one(".fact select", reader).value;
    if (changed.matches("select") && letters.length < 2 && fact !== "articles")
      for (const name of unitsOf(document.getElementById(fact))) {
        const p = sentence(name), letter = p && letterOf(p.parentElement);
        if (letter && letters.length < MANY && !letters.includes(letter)) letters.push(letter);
      }
    if (letters.length) go(`${fact}/${letters.join("+")}`, true);
    else changed.checked = true;
  };
  const layered = () => {
    state.layers = all(".slot input:checked", reader).map((box) => box.value);
    reader.dataset.on = state.layers.join(" ");
    const front = decodeURIComponent(location.hash.slice(1)).split("~")[0];
    history.replaceState(history.state, "", "#" + encodeURI(`${front}~${state.layers.join("+")}`));
    state.shown = location.hash;
  };

  // What the reader of the page does
  const back = () => {
    if (!reader.open) return go("");
    if (history.state && history.state.depth) return history.back();
    go(state.section ? state.section.id : "", true);
  };
  const copy = async (box) => {
    const status = one(".status", box);
    try { await navigator.clipboard.writeText(location.href); status.textContent = words.copied; } catch { status.textContent = words.address; }
  };
  // The reader covers the page: the focus goes round in it.
  const kept = (event) => {
    const stops = all("a[href], button, input, select, summary, [tabindex='0']", reader).filter((one) => one.getClientRects().length);
    const at = stops.indexOf(document.activeElement), last = stops.length - 1;
    const outside = !reader.contains(document.activeElement);
    if (outside || at === (event.shiftKey ? 0 : last)) { event.preventDefault(); stops[event.shiftKey ? last : 0].focus(); }
  };
  const does = {
    close: back,
    copy: (button) => copy(button.closest("dialog")),
    previous: (button) => (reader.contains(button) ? onward(-1) : step(-1)),
    next: (button) => (reader.contains(button) ? onward(1) : step(1)),
    more: () => { const from = all(".where a", panel).length; list(state.section, Infinity); (all(".where a", panel)[from] || panel).focus(); },
    again,
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("dialog [data-do]");
    if (button) return does[button.dataset.do](button);
    const p = event.target.closest(".reader:not([data-section]) p[data-at]");
    if (p && getSelection().isCollapsed && !p.matches(".here")) return go(p.dataset.at, true);
    const a = event.target.closest('a[href^="#"]');
    if (!a || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const at = address(a.getAttribute("href"));
    if (!target(at)) return;
    event.preventDefault();
    if (!a.closest("dialog")) pressed(at.name.startsWith("evidence-") && !a.closest("section.evidence") ? a : state.opener);
    go(decodeURIComponent(a.getAttribute("href").slice(1)));
  });
  reader.addEventListener("change", (event) => (event.target.closest(".slot") ? layered() : compare(event.target)));
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const within = event.target.closest && event.target.closest("dialog");
    if (event.key === "Escape" && (panel.open || reader.open)) { event.preventDefault(); return back(); }
    if (event.key === "Tab" && reader.open) return kept(event);
    if (!within || event.target.matches("input, select, summary")) return;
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (within === panel && event.key === "Tab" && event.shiftKey && event.target === one("button", panel) && state.opener) { event.preventDefault(); state.opener.focus(); }
    if (!by || (reader.open && within === panel) || (within === reader && (!sideways || reader.dataset.section))) return;
    event.preventDefault();
    if (within === reader) onward(by);
    else if (sideways) step(by);
    else along(by);
  });
  const changed = () => {
    if (location.hash !== state.shown) route();
    frames(refocus);
  };
  addEventListener("popstate", changed);
  addEventListener("hashchange", changed);
  // A link to evidence was followed from outside: the browser scrolls to the list, and takes the focus away.
  const settle = (first) => {
    if (state.touched || !(panel.open || reader.open)) return;
    inSight(state.opener, first);
    refocus();
  };
  for (const kind of ["wheel", "pointerdown", "keydown"]) addEventListener(kind, () => (state.touched = true), { once: true, passive: true });
  addEventListener("load", () => {
    frames(() => settle(true));
    for (const wait of [100, 300, 700]) setTimeout(settle, wait);
  });
  if (location.hash) route();
})();
