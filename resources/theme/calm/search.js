/* Looks summaries up by the words of titles (the paper's too), first sentences and categories. Works from a disk and on any host;
   nothing is sent anywhere. Without JavaScript the list by category stands there instead. */
(() => {
  "use strict";

  const AT_ONCE = 30;
  const rows = window.plainspokenIndex;
  const place = document.getElementById("search");
  if (!Array.isArray(rows) || !place) {
    return;
  }

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const known = rows.map((row) => ({ row, title: plain(row[0]), rest: plain([row[2], ...row[3], row[5]].join(" ")) }));

  function element(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  }

  const field = element("input", { type: "search", id: "search-words", autocomplete: "off", maxlength: "200", dir: "auto" });
  const count = element("p", { role: "status", class: "search-count" });
  const found = element("ul", { class: "entries" });
  const more = element("button", { type: "button", class: "button" }, "Show more");
  const byCategory = document.getElementById("by-category");
  let hits = [];
  let shown = 0;

  function places(text, word) {
    // A word counts more where it begins a word than inside one.
    let at = text.indexOf(word);
    const best = at < 0 ? 0 : 1;
    for (; at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) {
        return 2;
      }
    }
    return best;
  }

  function weight(entry, words) {
    let sum = 0;
    for (const word of words) {
      const best = 3 * places(entry.title, word) || places(entry.rest, word);
      if (!best) {
        return 0;
      }
      sum += best;
    }
    return sum;
  }

  function listed([title, slug, sentence, categories, year, , language]) {
    const tongue = language ? { lang: language } : {};
    const link = element("a", { href: `../research/${slug}/index.html` }, title);
    const item = element("li", {}, element("h2", tongue, link));
    if (sentence) {
      item.append(element("p", tongue, sentence));
    }
    const about = [year, ...categories].filter(Boolean).join(" · ");
    if (about) {
      item.append(element("p", { class: "meta" }, about));
    }
    return item;
  }

  function showMore() {
    const first = shown;
    shown = Math.min(hits.length, shown + AT_ONCE);
    for (const hit of hits.slice(first, shown)) {
      found.append(listed(hit));
    }
    more.hidden = shown === hits.length;
    return found.children[first];
  }

  function show() {
    const words = plain(field.value).split(/\s+/u).filter(Boolean);
    hits = words.length
      ? known
          .map((entry) => [weight(entry, words), entry.row])
          .filter(([sum]) => sum)
          .sort(([one], [other]) => other - one)
          .map(([, row]) => row)
      : [];
    shown = 0;
    found.replaceChildren();
    showMore();
    byCategory.hidden = words.length > 0;
    found.hidden = hits.length === 0;
    if (!words.length) {
      count.textContent = "";
    } else if (!hits.length) {
      count.textContent = "No summary has these words. Try fewer or other ones.";
    } else {
      count.textContent = hits.length === 1 ? "1 summary" : `${hits.length} summaries`;
    }
    const asked = words.length ? `#q=${encodeURIComponent(field.value.trim())}` : location.pathname;
    try {
      history.replaceState(null, "", asked);
    } catch {
      // a page opened from a disk may not change its own address
    }
  }

  const form = element(
    "form",
    { role: "search", class: "search" },
    element("label", { for: "search-words" }, "Words to look for"),
    field,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", show);
  more.addEventListener("click", () => showMore()?.querySelector("a").focus());
  place.append(form, count, found, more);
  more.hidden = true;
  found.hidden = true;
  document.getElementById("search-hint")?.remove();

  function showAsked() {
    const asked = /^#q=(.*)$/u.exec(location.hash);
    if (!asked) {
      return;
    }
    try {
      field.value = decodeURIComponent(asked[1]);
      show();
    } catch {
      // half an escape in the address: nothing was asked for
    }
  }

  addEventListener("hashchange", showAsked); // a link with other words, followed on this very page
  showAsked();
})();
