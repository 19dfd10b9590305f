/** Every icon that a screen may name. Add a line above and below; a name that is not here is a type error. */
import alarmClock from 'lucide-static/icons/alarm-clock.svg?raw';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import bellRing from 'lucide-static/icons/bell-ring.svg?raw';
import bold from 'lucide-static/icons/bold.svg?raw';
import calendarClock from 'lucide-static/icons/calendar-clock.svg?raw';
import calendarPlus from 'lucide-static/icons/calendar-plus.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import circleCheck from 'lucide-static/icons/circle-check.svg?raw';
import circleDashed from 'lucide-static/icons/circle-dashed.svg?raw';
import circleDot from 'lucide-static/icons/circle-dot.svg?raw';
import circleMinus from 'lucide-static/icons/circle-minus.svg?raw';
import circleSlash2 from 'lucide-static/icons/circle-slash-2.svg?raw';
import circleUser from 'lucide-static/icons/circle-user.svg?raw';
import circleX from 'lucide-static/icons/circle-x.svg?raw';
import clipboardPaste from 'lucide-static/icons/clipboard-paste.svg?raw';
import cloudCheck from 'lucide-static/icons/cloud-check.svg?raw';
import cloudOff from 'lucide-static/icons/cloud-off.svg?raw';
import cloudUpload from 'lucide-static/icons/cloud-upload.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import cornerDownRight from 'lucide-static/icons/corner-down-right.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsisVertical from 'lucide-static/icons/ellipsis-vertical.svg?raw';
import equalNot from 'lucide-static/icons/equal-not.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import eye from 'lucide-static/icons/eye.svg?raw';
import eyeOff from 'lucide-static/icons/eye-off.svg?raw';
import fileCheck from 'lucide-static/icons/file-check.svg?raw';
import fileSpreadsheet from 'lucide-static/icons/file-spreadsheet.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import fileUp from 'lucide-static/icons/file-up.svg?raw';
import fileWarning from 'lucide-static/icons/file-warning.svg?raw';
import fileX2 from 'lucide-static/icons/file-x-2.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import folder from 'lucide-static/icons/folder.svg?raw';
import gauge from 'lucide-static/icons/gauge.svg?raw';
import gitCompare from 'lucide-static/icons/git-compare.svg?raw';
import hash from 'lucide-static/icons/hash.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import idCard from 'lucide-static/icons/id-card.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import italic from 'lucide-static/icons/italic.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import layoutGrid from 'lucide-static/icons/layout-grid.svg?raw';
import link2 from 'lucide-static/icons/link-2.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import listChecks from 'lucide-static/icons/list-checks.svg?raw';
import listOrdered from 'lucide-static/icons/list-ordered.svg?raw';
import lockKeyhole from 'lucide-static/icons/lock-keyhole.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import messageSquare from 'lucide-static/icons/message-square.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import paperclip from 'lucide-static/icons/paperclip.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import pencilLine from 'lucide-static/icons/pencil-line.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import redo2 from 'lucide-static/icons/redo-2.svg?raw';
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import save from 'lucide-static/icons/save.svg?raw';
import scrollText from 'lucide-static/icons/scroll-text.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';
import serverOff from 'lucide-static/icons/server-off.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw';
import shieldOff from 'lucide-static/icons/shield-off.svg?raw';
import sigma from 'lucide-static/icons/sigma.svg?raw';
import signature from 'lucide-static/icons/signature.svg?raw';
import slidersHorizontal from 'lucide-static/icons/sliders-horizontal.svg?raw';
import squareDashed from 'lucide-static/icons/square-dashed.svg?raw';
import stamp from 'lucide-static/icons/stamp.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import table2 from 'lucide-static/icons/table-2.svg?raw';
import trash2 from 'lucide-static/icons/trash-2.svg?raw';
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw';
import underline from 'lucide-static/icons/underline.svg?raw';
import undo2 from 'lucide-static/icons/undo-2.svg?raw';
import unfoldVertical from 'lucide-static/icons/unfold-vertical.svg?raw';
import unlink from 'lucide-static/icons/unlink.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

export const icons = {
  'alarm-clock': alarmClock,
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  bell: bell,
  'bell-ring': bellRing,
  bold: bold,
  'calendar-clock': calendarClock,
  'calendar-plus': calendarPlus,
  check: check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'chevron-up': chevronUp,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-dashed': circleDashed,
  'circle-dot': circleDot,
  'circle-minus': circleMinus,
  'circle-slash-2': circleSlash2,
  'circle-user': circleUser,
  'circle-x': circleX,
  'clipboard-paste': clipboardPaste,
  'cloud-check': cloudCheck,
  'cloud-off': cloudOff,
  'cloud-upload': cloudUpload,
  copy: copy,
  'corner-down-right': cornerDownRight,
  download: download,
  'ellipsis-vertical': ellipsisVertical,
  'equal-not': equalNot,
  eye: eye,
  'eye-off': eyeOff,
  'external-link': externalLink,
  'file-check': fileCheck,
  'file-spreadsheet': fileSpreadsheet,
  'file-text': fileText,
  'file-up': fileUp,
  'file-warning': fileWarning,
  'file-x-2': fileX2,
  flag: flag,
  folder: folder,
  gauge: gauge,
  'git-compare': gitCompare,
  hash: hash,
  history: history,
  house: house,
  'id-card': idCard,
  inbox: inbox,
  info: info,
  italic: italic,
  'key-round': keyRound,
  landmark: landmark,
  languages: languages,
  'layout-grid': layoutGrid,
  'link-2': link2,
  list: list,
  'list-checks': listChecks,
  'list-ordered': listOrdered,
  'lock-keyhole': lockKeyhole,
  'log-out': logOut,
  'map-pin': mapPin,
  menu: menu,
  'message-square': messageSquare,
  minus: minus,
  monitor: monitor,
  moon: moon,
  paperclip: paperclip,
  pencil: pencil,
  'pencil-line': pencilLine,
  phone: phone,
  play: play,
  plus: plus,
  printer: printer,
  'redo-2': redo2,
  'refresh-cw': refreshCw,
  'rotate-ccw': rotateCcw,
  save: save,
  'scroll-text': scrollText,
  search: search,
  send: send,
  'server-off': serverOff,
  settings: settings,
  'shield-check': shieldCheck,
  'shield-off': shieldOff,
  sigma: sigma,
  signature: signature,
  'sliders-horizontal': slidersHorizontal,
  'square-dashed': squareDashed,
  stamp: stamp,
  sun: sun,
  'table-2': table2,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  underline: underline,
  'undo-2': undo2,
  'unfold-vertical': unfoldVertical,
  unlink: unlink,
  user: user,
  'user-plus': userPlus,
  users: users,
  'wifi-off': wifiOff,
  x: x,
} as const;

export type IconName = keyof typeof icons;
