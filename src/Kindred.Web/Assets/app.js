// Small improvements over plain links and forms; every page works without this file.
for (const form of document.querySelectorAll('form[data-auto]')) {
  form.addEventListener('change', () => form.requestSubmit());
}
// The cut follows the finger; letting go looks at it.
for (const form of document.querySelectorAll('form[data-cut]')) {
  const [range, number] = [form.querySelector('[data-cut-range]'), form.querySelector('[name="cut"]')];
  range.addEventListener('input', () => { number.value = range.value; });
  range.addEventListener('change', () => form.requestSubmit());
}
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

// Long work: the page is told how far it is, and goes on to the result by itself.
const job = document.querySelector('[data-job]');
if (job) {
  const look = async () => {
    // Whatever comes instead of the state (a page that says "opening", a server that starts again) is no reason to stop asking.
    const state = await fetch(job.dataset.job, { headers: { accept: 'application/json' } }).then((answer) => answer.status === 200 ? answer.json() : null).catch(() => null);
    if (state) {
      if (state.ended) { location.reload(); return; }
      document.getElementById('job-progress').value = state.fraction;
      job.querySelector('[data-job-where]').textContent = state.where;
      job.querySelector('[data-job-percent]').textContent = Math.round(state.fraction * 100);
    }
    setTimeout(look, 500);
  };
  setTimeout(look, 300);
}

// Dropping files onto the box is choosing them.
for (const box of document.querySelectorAll('.drop')) {
  const input = box.querySelector('input[type="file"]');
  for (const name of ['dragenter', 'dragover']) box.addEventListener(name, (event) => { event.preventDefault(); box.classList.add('over'); });
  for (const name of ['dragleave', 'drop']) box.addEventListener(name, () => box.classList.remove('over'));
  box.addEventListener('drop', (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    if (input.files.length > 0) input.form.requestSubmit();
  });
  input.addEventListener('change', () => { if (input.files.length > 0) input.form.requestSubmit(); });
}
for (const form of document.querySelectorAll('form[data-busy]')) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button[type="submit"]');
    if (button) { button.disabled = true; button.textContent = form.dataset.busy; }
  });
}

// A page that waits for something asks again until it is there.
const wait = document.querySelector('[data-reload]');
if (wait) setTimeout(() => location.reload(), Number(wait.dataset.reload));
