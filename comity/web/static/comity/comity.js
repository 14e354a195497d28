// Four small courtesies; every page works without them. No words stand here: numbers and units come from the browser.
(() => {
  "use strict";
  const language = document.documentElement.lang || "en";

  // 1. What is typed into an act's form is kept on this device until the act stands.
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const key = "draft:" + form.dataset.draft;
    const note = form.querySelector(".draft");
    const told = (name) => { if (note) note.textContent = note.dataset[name] || ""; };
    const typed = () => [...form.elements].filter((each) => each.name && !["hidden", "submit", "button", "file"].includes(each.type));
    // Rows of small records have fields of one name: each is kept by its place among them.
    const place = (each) => { const same = form.elements[each.name]; return same instanceof RadioNodeList ? `${each.name}#${[...same].indexOf(each)}` : each.name; };
    const keep = () => {
      const kept = {};
      for (const each of typed()) {
        if (each.type === "checkbox") { if (each.checked) kept[each.name] = [...(kept[each.name] || []), each.value]; }
        else if (each.type === "radio") { if (each.checked) kept[each.name] = each.value; }
        else if (each.value) kept[place(each)] = each.value;
      }
      try { localStorage.setItem(key, JSON.stringify(kept)); told("kept"); } catch { told("lost"); }
    };
    // Who goes back and sends again sends the same thing: the form keeps its number with the page it stood on.
    const number = form.elements.nonce;
    if (number) {
      if (history.state && history.state[key] && "fresh" in form.dataset) number.value = history.state[key];
      else history.replaceState({ ...history.state, [key]: number.value }, "");
    }
    let before = {};
    // A form that came back holds what was typed; only an untouched one is given what the device kept.
    try { if ("fresh" in form.dataset) before = JSON.parse(localStorage.getItem(key) || "{}"); } catch { before = {}; }
    let restored = false;
    for (const each of typed()) {
      const value = before[["checkbox", "radio"].includes(each.type) ? each.name : place(each)];
      if (value === undefined) continue;
      if (each.type === "checkbox") { each.checked = value.includes(each.value); restored ||= each.checked; }
      else if (each.type === "radio") { each.checked = each.value === value; restored ||= each.checked; }
      else if (each.value !== value) { each.value = value; restored = true; }
    }
    if (restored) told("restored");
    let waiting;
    const now = () => { if (waiting) { clearTimeout(waiting); waiting = 0; keep(); } };
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(now, 400); });
    // Who leaves at once loses nothing.
    addEventListener("pagehide", now);
  }
  for (const stands of document.querySelectorAll("[data-forget]")) {
    try { localStorage.removeItem("draft:" + stands.dataset.forget); } catch { /* a device that keeps nothing has nothing to forget */ }
  }

  // 2. The ring of a deadline moves on; the server's clock counts, so only the time passed here is used.
  const loaded = performance.now();
  const unit = (count, name) => new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(count);
  const span = (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    if (minutes < 120) return unit(minutes, "minute");
    const hours = Math.floor(minutes / 60);
    return hours < 72 ? unit(hours, "hour") : unit(Math.floor(hours / 24), "day");
  };
  const rings = document.querySelectorAll("svg[data-left]");
  const turn = () => {
    for (const ring of rings) {
      const left = Number(ring.dataset.left) - (performance.now() - loaded) / 1000;
      const text = ring.querySelector("[data-span]");
      const arc = ring.querySelector(".left");
      if (left <= 0) clearInterval(turning);
      text.textContent = span(Math.max(left, 0));
      arc.setAttribute("stroke-dasharray", `${(Math.max(left, 0) / Number(ring.dataset.whole)) * 100} 100`);
    }
  };
  const turning = [...rings].some((ring) => Number(ring.dataset.left) > 0) ? setInterval(turn, 15000) : 0;

  // 3. A line to copy is copied by its button, which says so.
  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const before = button.textContent;
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = before; }, 2000);
    });
  }

  // 4. A passkey answers for its person: the form shows itself only where the browser can ask the device.
  const known = window.PublicKeyCredential;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!known || !known.parseRequestOptionsFromJSON) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const token = form.elements.csrfmiddlewaretoken.value;
      const asked = await fetch(form.dataset.begin, { method: "POST", headers: { "X-CSRFToken": token } });
      if (!asked.ok) return form.submit();
      const options = (await asked.json()).publicKey;
      const makes = form.dataset.passkey === "make";
      try {
        const answer = makes
          ? await navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
        form.elements.answer.value = JSON.stringify(answer.toJSON());
      } catch { return; /* the person thought better of it */ }
      form.submit();
    });
  }

  // 5. What goes on in steps goes on by itself; its other button stops it in time.
  for (const form of document.querySelectorAll("form[data-goes-on]")) {
    const on = setTimeout(() => form.querySelector("button").click(), 1000);
    form.addEventListener("submit", () => clearTimeout(on));
  }
})();
