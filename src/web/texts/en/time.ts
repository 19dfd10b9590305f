export const time = {
  left: '{length} left',
  late: 'late by {length}',
  deadline: 'Deadline {deadline}',
  figuresFrom: 'figures from',
  cutoff: 'cut-off',
  due: 'due {clock}',
  cutoffAndDue: 'cut-off, due {clock}',
  over: 'overdue',
  today: 'today',
  serverClock: 'Server time',
  spokenLeft: '{length} left until the deadline.',
  spokenLate: 'The deadline has passed; sending is still possible.',
};
