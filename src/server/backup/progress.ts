export type Say = (vi: string, en: string) => void;

/** Says how far a long work is, at each fifth of it; a short one is done before there is anything to say. */
export function progress(total: number, say: Say): (done: number) => void {
  let done = 0;
  let said = 0;
  return (more) => {
    done += more;
    const fifth = total < 1000 ? 0 : Math.floor((done / total) * 5);
    if (fifth <= said || fifth > 4) return;
    said = fifth;
    say(`${fifth * 20} %`, `${fifth * 20} %`);
  };
}
