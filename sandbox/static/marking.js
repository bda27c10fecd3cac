// The marking queue by keyboard: a figure gives a level and goes to the next line. Tab, arrows and Enter are the browser's own.
(() => {
  "use strict";
  const form = document.querySelector("form[data-marking]");
  if (!form) return;
  const lines = [...form.querySelectorAll("fieldset.levels")];
  const here = () => {
    const held = lines.indexOf(document.activeElement?.closest("fieldset.levels"));
    return held >= 0 ? held : Math.max(lines.findIndex(line => !line.querySelector(":checked")), 0);
  };
  const goTo = rank => {
    const line = lines[rank];
    const target = line ? line.querySelector(":checked") ?? line.querySelector("input") : form.elements.reason;
    target.focus();
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=text], textarea")) return;
    if (document.querySelector("dialog[open]")) return;
    const rank = here();
    const wanted = /^[0-3]$/.test(event.key) && lines[rank].querySelector(`input[value="${event.key}"]`);
    if (!wanted) return;
    event.preventDefault();
    wanted.checked = true;
    goTo(rank + 1);
  });
})();
