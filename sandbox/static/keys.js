// Single keys: search, new, next, previous, list. They can be turned off (WCAG 2.1.4), and never act while one types.
(() => {
  "use strict";
  const panel = document.getElementById("keys");
  if (!panel) return;
  const KEPT = "comptoir-keys", on = panel.querySelector("[data-keys-on]");
  const recall = () => { try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; } };
  const keep = wanted => { try { localStorage.setItem(KEPT, wanted ? "on" : "off"); } catch { /* the choice lasts as long as the page */ } };
  on.checked = recall();
  on.addEventListener("change", () => keep(on.checked));

  const rows = () => [...document.querySelectorAll("#result tbody a, main .mails a.mail")].filter((link, rank, all) => link.closest("tr, li") !== all[rank - 1]?.closest("tr, li"));
  function step(by) {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]?.focus();
  }
  const search = () => { const field = document.querySelector("main #q"); if (field) field.focus(); else document.querySelector("[data-palette-open]")?.click(); };
  const follow = selector => [...document.querySelectorAll(selector)].at(-1)?.click();
  const DEEDS = {
    "?": () => panel.showModal(),
    "/": search,
    n: () => follow(".page-head .acts a.btn-primary"),
    j: () => step(1),
    k: () => step(-1),
    l: () => follow(".crumbs a"),
  };
  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || !on.checked || document.querySelector("dialog[open]")) return;
    const deed = DEEDS[event.key.length === 1 ? event.key.toLowerCase() : ""];
    if (deed) { event.preventDefault(); deed(); }
  });
})();
