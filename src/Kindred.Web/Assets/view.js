// The reader's page: pictures when they are needed, words over them, and honest seconds. No library, nothing from elsewhere.
const form = document.querySelector('form[data-goes-on]');
if (form) form.submit();

const main = document.querySelector('[data-view]');
if (main) {
  const base = main.dataset.view;
  const last = Number(main.dataset.pages);
  const sheets = [...document.querySelectorAll('[data-page]')];
  const near = new Set();
  const inView = new Set();
  const svg = 'http://www.w3.org/2000/svg';
  const wide = () => (main.clientWidth * devicePixelRatio > 1100 ? 1920 : 960);

  const idleAfter = 30000;
  let lastInput = -Infinity;

  // Pictures: those in view, then the next ones. Their addresses hold for minutes only and are asked for anew.
  let addresses = {};
  let asked = 0;
  const addressOf = async (page) => {
    if (!addresses[page] || Date.now() - asked > 240000) {
      const answer = await fetch(`${base}/pages?from=${Math.max(1, page - 2)}&w=${wide()}`);
      if (answer.status >= 400 && answer.status < 500) { closed(); return null; }
      if (!answer.ok) throw new Error('later');
      if (Date.now() - asked > 240000) addresses = {};
      asked = Date.now();
      Object.assign(addresses, await answer.json());
    }
    return addresses[page];
  };
  // What was closed is shown as closed when somebody is there to see it: a page that reloads by itself would count as read again.
  let isClosed = false;
  const closed = () => {
    if (isClosed) return;
    isClosed = true;
    const reload = () => location.reload();
    if (performance.now() - lastInput < idleAfter) reload(); else for (const name of ['pointerdown', 'keydown', 'wheel', 'touchstart']) addEventListener(name, reload, { once: true, passive: true });
  };
  // Offline or a server that restarts: the page stays to be filled and is tried again.
  const fill = (sheet, again = false) => draw(sheet, again).catch(() => {
    delete sheet.dataset.filled;
    setTimeout(() => { if (near.has(sheet)) fill(sheet); }, 3000);
  });
  const draw = async (sheet, again) => {
    const page = Number(sheet.dataset.page);
    const frame = sheet.querySelector('svg');
    if (sheet.dataset.filled && !again) return;
    sheet.dataset.filled = 'yes';
    const address = await addressOf(page);
    if (!address) return;
    const box = frame.viewBox.baseVal;
    const image = document.createElementNS(svg, 'image');
    image.setAttribute('width', box.width);
    image.setAttribute('height', box.height);
    image.addEventListener('error', () => { if (!again) { addresses = {}; setTimeout(() => fill(sheet, true), 800); } });
    image.addEventListener('load', () => { for (const old of frame.querySelectorAll('image')) if (old !== image) old.remove(); });
    image.setAttribute('href', address);
    frame.querySelector('rect').after(image);
    if (main.dataset.text && !frame.querySelector('text')) {
      const words = await fetch(`${base}/text/${page}`).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
      for (const [x, y, w, h, text] of words) {
        const line = document.createElementNS(svg, 'text');
        line.setAttribute('x', x * box.width);
        line.setAttribute('y', (y + h * 0.8) * box.height);
        line.setAttribute('font-size', h * box.height * 0.9);
        line.setAttribute('textLength', w * box.width);
        line.setAttribute('lengthAdjust', 'spacingAndGlyphs');
        line.textContent = text + ' ';
        frame.append(line);
      }
    }
  };
  const toFill = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) { near.add(entry.target); fill(entry.target); } else near.delete(entry.target);
    }
  }, { rootMargin: '150% 0px' });
  const toSee = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) inView.add(entry.target); else inView.delete(entry.target);
  });
  for (const sheet of sheets) { toFill.observe(sheet); toSee.observe(sheet); }

  // Keys: a page on, a page back, first, last.
  const where = document.querySelector('[data-where]');
  let current = 1;
  const go = (page) => sheets[Math.min(last, Math.max(1, page)) - 1].scrollIntoView({ block: 'start' });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const to = { ArrowRight: current + 1, PageDown: current + 1, ArrowLeft: current - 1, PageUp: current - 1, Home: 1, End: last }[event.key];
    if (to) { event.preventDefault(); go(to); }
  });

  // Seconds. A tick looks four times a second; what lies between two ticks goes to the pages in view, shared by area.
  const jump = 2000;
  let token = null;
  let every = 2500;
  let sequence = 0;
  let before = performance.now();
  let started = before;
  let inputs = 0;
  let seen = new Map();
  let waiting = [];
  let sentAt = before;

  const areas = () => {
    const found = [];
    let all = 0;
    let best = 0;
    for (const sheet of inView) {
      const box = sheet.getBoundingClientRect();
      const area = Math.max(0, Math.min(innerHeight, box.bottom) - Math.max(0, box.top)) * Math.max(0, Math.min(innerWidth, box.right) - Math.max(0, box.left));
      if (area > 0) { found.push([Number(sheet.dataset.page), area]); all += area; }
      if (area > best) { best = area; current = Number(sheet.dataset.page); }
    }
    return found.map(([page, area]) => [page, area / all]);
  };
  const add = (kind, milliseconds) => {
    if (milliseconds <= 0) return;
    for (const [page, share] of areas()) {
      const so = seen.get(page) ?? [0, 0, 0];
      if (kind === 2) so[2] += milliseconds * share;
      else { so[1] += milliseconds * share; if (kind === 0) so[0] += milliseconds * share; }
      seen.set(page, so);
    }
  };
  const shown = () => document.visibilityState === 'visible';
  let wasShown = shown();
  let wasFocused = document.hasFocus();
  const tick = () => {
    const now = performance.now();
    const passed = now - before;
    if (wasShown) {
      if (passed > jump) {
        // The machine slept or the browser held us back: at most 30 s of it may have been reading, and nobody can say.
        add(2, Math.min(passed, idleAfter));
      } else if (wasFocused) {
        const awake = Math.max(0, Math.min(passed, lastInput + idleAfter - before));
        add(0, awake);
        add(1, passed - awake);
      } else {
        add(1, passed);
      }
    }
    before = now;
    wasShown = shown();
    wasFocused = document.hasFocus();
    if (!token) { areas(); seen = new Map(); }
    if (where) where.textContent = String(current);
    if (now - sentAt >= every && [...seen.values()].some((page) => page[1] + page[2] > 0)) send(false);
  };
  const round = (milliseconds) => Math.round(milliseconds) / 1000;
  const send = (isEnd) => {
    sentAt = performance.now();
    if (!token || (seen.size === 0 && !isEnd)) return;
    const body = JSON.stringify({ v: token, q: ++sequence, t: round(sentAt - started), p: [...seen].slice(0, 40).map(([page, so]) => [page, ...so.map(round)]).map(([page, a, b, c]) => [page, Math.min(a, b), b, c]), n: inputs, e: isEnd ? 1 : 0 });
    seen = new Map();
    inputs = 0;
    waiting.push(body);
    flush(isEnd);
  };
  // Whatever could not be sent waits and is sent later, in order; the server takes each once.
  let flushing = false;
  const flush = async (isEnd) => {
    if (isEnd) {
      for (const body of waiting) if (navigator.sendBeacon(`${base}/beat`, body)) waiting = waiting.filter((kept) => kept !== body);
      return;
    }
    if (flushing) return;
    flushing = true;
    try {
      while (waiting.length > 0) {
        const body = waiting[0];
        const answer = await fetch(`${base}/beat`, { method: 'POST', body, keepalive: true });
        if (answer.status >= 500 || answer.status === 429) break;
        waiting = waiting.filter((kept) => kept !== body);
        if (answer.status === 410) { token = null; closed(); break; }
      }
    } catch { /* Offline: the next beat tries again. */ } finally { flushing = false; }
  };

  // Scrolling keeps a reader awake (assistive technology scrolls without a key), but proves no hand: a script's scrolling looks the same.
  const input = (event) => {
    if (!event.isTrusted) return;
    tick();
    lastInput = performance.now();
    if (event.type !== 'scroll') inputs += 1;
  };
  for (const name of ['pointermove', 'pointerdown', 'touchstart', 'touchmove', 'wheel', 'keydown', 'scroll']) addEventListener(name, input, { passive: true, capture: true });
  setInterval(tick, 250);
  for (const name of ['blur', 'focus']) addEventListener(name, tick);
  document.addEventListener('visibilitychange', () => { tick(); if (!shown()) send(true); });
  addEventListener('pagehide', () => { tick(); send(true); });
  addEventListener('online', () => flush(false));
  const begin = async () => {
    try {
      const answer = await fetch(`${base}/start`, { method: 'POST', body: JSON.stringify({ driven: navigator.webdriver === true, width: innerWidth, height: innerHeight, languages: navigator.languages?.length ?? 0 }) });
      if (answer.status === 200) {
        const said = await answer.json();
        token = said.v;
        every = said.every * 1000;
        started = performance.now();
        before = started;
        seen = new Map();
        lastInput = started;
        for (const link of document.querySelectorAll('[data-go], [data-file]')) link.href += `?v=${encodeURIComponent(token)}`;
        for (const field of document.querySelectorAll('[data-said]')) field.value = token;
      } else if (answer.status >= 500) {
        setTimeout(begin, 5000);
      }
    } catch { setTimeout(begin, 3000); }
  };
  // Only once it is really looked at: a tab opened in the background has not begun.
  if (shown()) begin(); else document.addEventListener('visibilitychange', () => { if (shown() && !token) begin(); }, { once: true });
}
