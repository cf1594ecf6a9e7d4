// Search, filters, order and colours of the page. Everything works on rows that are there already: without this
// script they simply all show. What belongs where in an order stands in the rows (`data-ranks`).
(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const [search, tier, market, risk, sort, direction, reset] =
    ["search", "tier", "market", "risk", "sort", "direction", "everything"].map(at);
  const body = document.querySelector("table.partners tbody");
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  // Letters that Unicode takes for letters of their own, and people type without their strokes.
  const LETTERS = { ß: "ss", ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ı: "i", æ: "ae", œ: "oe", ð: "d", þ: "th", ς: "σ" };
  const folded = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/[\p{M}\u00AD]/gu, "").replace(/[ßłøđħŧıæœðþς]/g, (c) => LETTERS[c]);

  const rows = [...body.rows].map((row) => ({
    row,
    // All but the links to the files: they repeat the name.
    text: folded([...row.cells].slice(0, -1).map((cell) => cell.textContent).join(" ")),
    ranks: row.dataset.ranks.split(" ").map((rank) => (rank === "-" ? null : Number(rank))),
  }));

  const filter = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const fits = (choice, value) => choice.value === "" || choice.value === value;
    let shown = 0;
    for (const { row, text } of rows) {
      const { tier: t, market: m, risk: r } = row.dataset;
      row.hidden = !(fits(tier, t) && fits(market, m) && fits(risk, r) && words.every((word) => text.includes(word)));
      shown += row.hidden ? 0 : 1;
    }
    at("shown").textContent = at("shown").dataset.shown.replace("{shown}", numbers.format(shown));
    at("list").hidden = shown === 0;
    at("nothing").hidden = shown !== 0;
    reset.hidden = shown === rows.length;
  };

  // The order: a column, or none for the report's own.
  const order = { column: null, descending: false };
  const headers = [...document.querySelectorAll("th[data-column]")];

  const arrange = () => {
    const { column, descending } = order;
    const compare = (a, b) => {
      const [x, y] = [a.ranks[column], b.ranks[column]];
      // Nothing comes last, whichever way.
      if (x === null || y === null) return (x === null) - (y === null);
      return descending ? y - x : x - y;
    };
    body.append(...(column === null ? rows : [...rows].sort(compare)).map(({ row }) => row));
    for (const header of headers) {
      if (Number(header.dataset.column) === column) {
        header.setAttribute("aria-sort", descending ? "descending" : "ascending");
      } else {
        header.removeAttribute("aria-sort");
      }
    }
    const way = descending ? direction.dataset.descending : direction.dataset.ascending;
    sort.value = column === null ? "" : String(column);
    direction.disabled = column === null;
    direction.classList.toggle("descending", descending);
    direction.title = way;
    direction.querySelector("span").textContent = way;
    const chosen = sort.selectedOptions[0].textContent;
    at("sorted").textContent = column === null ? chosen : `${chosen}: ${way}`;
  };

  for (const header of headers) {
    const column = Number(header.dataset.column);
    const button = document.createElement("button");
    const arrow = document.createElement("span");
    button.type = "button";
    arrow.className = "arrow";
    arrow.ariaHidden = "true";
    button.append(header.textContent, arrow);
    header.replaceChildren(button);
    button.addEventListener("click", () => {
      order.descending = order.column === column && !order.descending;
      order.column = column;
      arrange();
    });
  }
  sort.addEventListener("change", () => {
    order.column = sort.value === "" ? null : Number(sort.value);
    order.descending = false;
    arrange();
  });
  direction.addEventListener("click", () => {
    order.descending = !order.descending;
    arrange();
  });

  search.addEventListener("input", filter);
  for (const choice of [tier, market, risk]) choice.addEventListener("change", filter);
  reset.addEventListener("click", () => {
    for (const control of [search, tier, market, risk]) control.value = "";
    filter();
    search.focus();
  });
  at("controls").addEventListener("submit", (event) => event.preventDefault());

  // Colours: the system's, until somebody presses the button.
  const dark = at("dark");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  const paint = () => {
    const on = chosen ?? system.matches;
    if (chosen !== null) document.documentElement.dataset.theme = on ? "dark" : "light";
    // The button says what it changes to.
    dark.lastElementChild.textContent = on ? dark.dataset.light : dark.dataset.dark;
    dark.classList.toggle("on", on);
  };
  dark.addEventListener("click", () => {
    chosen = !(chosen ?? system.matches);
    paint();
  });
  system.addEventListener("change", paint);

  // Paper has nothing to click on: what is closed opens for it, and closes again.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });

  // A browser may bring back what was typed before: start from the beginning.
  at("controls").reset();
  at("controls").hidden = false;
  dark.hidden = false;
  paint();
  filter();
  arrange();
})();
