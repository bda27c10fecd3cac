// Behaviour of every page: palette, toasts, dialogs, glossary, saving. Everything works without it, less comfortably.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const LIFE = 8000;

  // Toasts. An error stays until it is closed (WCAG 2.2.1).
  const expire = note => { if (note.dataset.kind !== "danger") setTimeout(() => note.remove(), LIFE); };
  function toast({ text, kind = "info" }) {
    const note = $("#toast-template").content.firstElementChild.cloneNode(true);
    note.dataset.kind = kind;
    $("span", note).textContent = text;
    $("#toasts").append(note);
    expire(note);
  }
  document.querySelectorAll(".toast-note").forEach(expire);
  document.body.addEventListener("toast", event => toast(event.detail));
  const sayLost = () => toast({ kind: "danger", text: "Le serveur n’a pas répondu comme prévu. Vos saisies sont conservées : réessayez." });
  document.body.addEventListener("htmx:sendError", sayLost);
  document.body.addEventListener("htmx:timeout", sayLost);
  document.body.addEventListener("htmx:responseError", event => {
    // A poll that fails says nothing: the next one will do. An answer that brings its own toast has spoken.
    const polling = event.detail.elt.getAttribute("hx-trigger")?.startsWith("every");
    if (!polling && !event.detail.xhr.getResponseHeader("HX-Trigger")) sayLost();
  });

  // Dialogs. Browsers that know `command` open them by themselves; this serves the others.
  function openDialog(id) {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
    return dialog;
  }
  const nativeCommands = "commandForElement" in HTMLButtonElement.prototype;

  // Palette.
  const palette = $("#palette"), query = $("#palette-q"), results = $("#palette-list");
  const options = () => [...results.querySelectorAll("[data-href]")];
  const chosen = () => options().findIndex(option => option.getAttribute("aria-selected") === "true");
  function choose(index) {
    const all = options();
    query.removeAttribute("aria-activedescendant");
    if (!all.length) return;
    const at = (index + all.length) % all.length;
    all.forEach((option, rank) => option.setAttribute("aria-selected", String(rank === at)));
    query.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  }
  function openPalette() {
    if (!palette || palette.open) return;
    openDialog("palette");
    query.value = "";
    palette.dispatchEvent(new Event("palette-open"));
  }
  if (palette) {
    query.addEventListener("keydown", event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) { event.preventDefault(); choose(chosen() + step); }
      if (event.key === "Enter") { event.preventDefault(); const option = options()[chosen()]; if (option) location.href = option.dataset.href; }
    });
    results.addEventListener("click", event => { const option = event.target.closest("[data-href]"); if (option) location.href = option.dataset.href; });
    results.addEventListener("htmx:afterSwap", () => choose(0));
  }

  // Glossary: the definition shows under the pointer or the focus; a click or Escape is the browser's own.
  const tipOf = target => { const word = target.closest?.("[data-term]"); return word && { word, tip: document.getElementById(word.getAttribute("popovertarget")) }; };
  const showTip = event => { const found = tipOf(event.target); if (found && !found.tip.matches(":popover-open")) found.tip.showPopover({ source: found.word }); };
  const hideTip = event => { const found = tipOf(event.target); if (found && found.tip.matches(":popover-open")) found.tip.hidePopover(); };
  document.addEventListener("pointerover", event => { if (event.pointerType === "mouse") showTip(event); });
  document.addEventListener("pointerout", event => {
    if (event.pointerType === "mouse" && !event.relatedTarget?.closest?.(".tip")) hideTip(event);
  });
  document.addEventListener("focusin", event => { if (event.target.matches("[data-term]:focus-visible")) showTip(event); });
  document.addEventListener("focusout", hideTip);

  document.addEventListener("click", event => {
    const near = selector => event.target.closest(selector);
    if (near("[data-palette-open]")) openPalette();
    if (near("[data-toast-close]")) near(".toast-note").remove();
    if (near("[data-print]")) print();
    if (near("[data-term]") && event.detail && matchMedia("(hover: hover)").matches) event.preventDefault();
    if (near("[data-dialog-open]") && !nativeCommands) openDialog(near("[data-dialog-open]").dataset.dialogOpen);
    if (near("[data-dialog-close]") && !nativeCommands) near("dialog").close();
    if (event.target instanceof HTMLDialogElement) event.target.close();
    const mail = near("a.mail[hx-get], a.mail[hx-post]");
    if (mail) openMail(mail);
  });
  function openMail(mail) {
    document.querySelectorAll("a.mail[aria-current]").forEach(other => other.removeAttribute("aria-current"));
    mail.setAttribute("aria-current", "true");
    mail.classList.remove("unread");
    $("main").classList.add("opened");
  }

  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key.toLowerCase() === "k") { event.preventDefault(); openPalette(); }
    if (event.key.toLowerCase() === "s") {
      const form = $("form[data-save]");
      if (form) { event.preventDefault(); form.requestSubmit(); }
    }
  });

  $("[data-focus]")?.focus();
})();
