// The line grid: keys, added and dropped lines, prices filled in. Totals come from the server.
(() => {
  "use strict";
  const form = document.querySelector("form[data-grid]");
  const body = form?.querySelector("[data-lines]");
  if (!body) return;
  const lines = () => [...body.querySelectorAll("[data-line]")];
  const cell = (line, column) => line.querySelector(`[data-col="${column}"]`);
  const recount = () => form.dispatchEvent(new Event("change", { bubbles: true }));

  function renumber() {
    lines().forEach((line, index) => {
      for (const part of line.querySelectorAll("*"))
        for (const { name, value } of [...part.attributes]) {
          if (/lines-(\d+|__n__)-/.test(value)) part.setAttribute(name, value.replace(/lines-(\d+|__n__)-/g, `lines-${index}-`));
          else if (name === "aria-label") part.setAttribute(name, value.replace(/ligne ?\d*$/, `ligne ${index + 1}`));
          else if (name === "value" && part.name === "drop_line") part.setAttribute(name, index);
        }
    });
  }
  function addLine(column = "product") {
    body.append(document.getElementById("line-template").content.cloneNode(true));
    renumber();
    cell(lines().at(-1), column).focus();
  }
  function dropLine(line) {
    const near = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    if (!lines().length) addLine();
    renumber();
    if (near) cell(near, "product").focus();
    recount();
  }
  function move(from, step) {
    const line = from.closest("[data-line]");
    const next = step > 0 ? line.nextElementSibling : line.previousElementSibling;
    if (next) { const to = cell(next, from.dataset.col); to.focus(); to.select(); }
    return Boolean(next);
  }

  // « bur » becomes the only article whose reference or name holds it; two or none are left to the server's message.
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  function complete(input) {
    const typed = plain(input.value);
    if (!typed) return;
    const known = [...document.querySelectorAll("#products option")];
    if (known.some(option => plain(option.value) === typed)) return;
    const found = known.filter(option => plain(`${option.value} ${option.label}`).includes(typed));
    if (found.length === 1) input.value = found[0].value;
  }

  body.addEventListener("change", event => {
    const { col } = event.target.dataset;
    if (col === "product") {
      complete(event.target);
      cell(event.target.closest("[data-line]"), "unit_price").dataset.auto = "";
    } else if (col === "unit_price") delete event.target.dataset.auto;
  });
  document.body.addEventListener("fill", event => {
    for (const [name, value] of Object.entries(event.detail)) {
      const input = form.elements.namedItem(name);
      if (input instanceof HTMLInputElement && ("auto" in input.dataset || !input.value) && (input !== document.activeElement || !input.value)) {
        const changed = input.value !== value;
        input.value = value;
        if (input === document.activeElement) input.select();
        input.dataset.auto = "";
        if (changed) recount();
      }
    }
  });

  form.addEventListener("click", event => {
    const drop = event.target.closest("[data-line-drop]");
    if (drop) { event.preventDefault(); dropLine(drop.closest("[data-line]")); }
    if (event.target.closest("[data-line-add]")) { event.preventDefault(); addLine(); }
  });
  form.addEventListener("keydown", event => {
    if (!event.target.matches?.(".cell[data-col]") || event.altKey || event.ctrlKey || event.metaKey) return;
    const listed = event.target.dataset.col === "product";
    const step = event.key === "Enter" ? 1 : listed ? 0 : { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (!step) return;
    event.preventDefault();
    if (!move(event.target, step) && event.key === "Enter") addLine();
  });
  document.addEventListener("keydown", event => {
    if (event.altKey && event.key.toLowerCase() === "a") { event.preventDefault(); addLine(); }
  });
})();
