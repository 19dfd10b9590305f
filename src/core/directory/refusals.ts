/** Sentences of refused changes to the directory: what, where, what to do. Merged into the texts' catalogue. */
export const directoryRefusals: Record<string, { vi: string; en: string }> = {
  'directory.stale': {
    vi: 'Có người vừa sửa nội dung này. So hai bản bên dưới, giữ bản đúng rồi lưu lại.',
    en: 'Somebody has just changed this. Compare the two versions below, keep the right one and save again.',
  },
  'directory.endsBeforeItBegins': {
    vi: 'Ngày cuối sớm hơn ngày đầu. Sửa một trong hai ngày.',
    en: 'The last day is before the first. Correct one of the two.',
  },
  'directory.outsideParent': {
    vi: 'Thời gian hoạt động nằm ngoài thời gian của {parent}. Sửa ngày của đơn vị này cho nằm trong đơn vị cấp trên.',
    en: 'The days of this unit lie outside those of {parent}. Correct them to lie within the unit above.',
  },
  'directory.childOutlives': {
    vi: '{child} hoạt động ngoài thời gian này. Kết thúc hoặc sửa ngày của đơn vị trực thuộc trước.',
    en: '{child} exists outside these days. End the unit below, or correct its days, first.',
  },
  'directory.codeInUse': {
    vi: 'Mã {code} đang là của {unit} trong cùng thời gian. Sửa mã, hoặc sửa ngày để hai đơn vị không trùng thời gian.',
    en: 'Code {code} belongs to {unit} at the same time. Correct the code, or the days so that the two do not meet.',
  },
  'directory.loginMalformed': {
    vi: 'Tên đăng nhập "{login}" chưa đúng dạng. Dùng 2 đến 40 chữ thường không dấu, số, dấu chấm, gạch; bắt đầu bằng chữ.',
    en: 'The sign-in name "{login}" is malformed. Use 2 to 40 plain small letters, digits, dots and dashes, a letter first.',
  },
  'directory.loginTaken': {
    vi: 'Tên đăng nhập "{login}" đã có người dùng. Chọn tên khác.',
    en: 'The sign-in name "{login}" is taken. Choose another.',
  },
  'directory.emailMalformed': {
    vi: 'Địa chỉ "{email}" chưa phải thư điện tử. Sửa lại hoặc để trống.',
    en: '"{email}" is no e-mail address. Correct it or leave it out.',
  },
  'directory.emailTaken': {
    vi: 'Thư điện tử này đã ghi cho {person}. Dùng địa chỉ khác hoặc để trống.',
    en: 'This e-mail address is kept for {person}. Use another or leave it out.',
  },
  'directory.notYourself': {
    vi: 'Chưa ngừng được tài khoản đang đăng nhập. Nhờ quản trị viên khác làm việc này.',
    en: 'The account that is signed in cannot be deactivated. Ask another administrator to do it.',
  },
  'directory.lastAdministrator': {
    vi: 'Đây là quản trị viên cuối cùng. Giao quyền quản trị cho người khác trước.',
    en: 'This is the last administrator. Give the administrator’s post to somebody else first.',
  },
  'directory.personInactive': {
    vi: '{person} đã ngừng hoạt động. Cho hoạt động lại trước.',
    en: '{person} is deactivated. Activate the person first.',
  },
  'directory.unitNotThen': {
    vi: '{unit} chưa hoặc không còn hoạt động trong thời gian này. Sửa ngày hoặc chọn đơn vị khác.',
    en: '{unit} does not exist in these days. Correct the days or choose another unit.',
  },
  'directory.postTwice': {
    vi: '{person} đang giữ vai trò này tại {unit} trong cùng thời gian. Sửa ngày, hoặc kết thúc vai trò cũ trước.',
    en: '{person} holds this role at {unit} in these days already. Correct the days, or end the old post first.',
  },
  'directory.pastStays': {
    vi: 'Những ngày đã qua được giữ nguyên. Chọn ngày từ hôm qua trở đi.',
    en: 'Days that are past stay as they were. Choose yesterday or later.',
  },
  'directory.standInForSelf': {
    vi: 'Người ký thay và người được thay là một. Chọn hai người khác nhau.',
    en: 'The stand-in and the person stood in for are the same. Choose two people.',
  },
  'directory.documentTooLate': {
    vi: 'Ngày của văn bản giao ký thay sau ngày cuối ký thay. Sửa một trong hai ngày.',
    en: 'The document is dated after the last day of standing in. Correct one of the two days.',
  },
  'directory.nobodyToStandInFor': {
    vi: 'Người được thay không có quyền ký tại {unit} trong suốt những ngày này. Chọn người khác hoặc sửa ngày.',
    en: 'The person stood in for does not sign at {unit} on all of these days. Choose another person or other days.',
  },
  'directory.dayOfOtherYear': {
    vi: 'Ngày {day} không thuộc năm {year}. Sửa ngày hoặc ghi vào lịch của năm khác.',
    en: 'Day {day} is not in {year}. Correct it, or enter it in the calendar of its year.',
  },
  'directory.dayTwice': {
    vi: 'Ngày {day} được ghi hai lần. Bỏ một dòng.',
    en: 'Day {day} is entered twice. Remove one line.',
  },
  'directory.notWeekend': {
    vi: 'Ngày {day} không phải thứ Bảy hay Chủ nhật nên không thể là ngày làm bù. Sửa ngày.',
    en: 'Day {day} is neither Saturday nor Sunday, so it cannot be a worked weekend. Correct it.',
  },
  'clock.officeIsReal': {
    vi: 'Cơ quan thật luôn theo giờ thật. Chỉ bản minh họa mới chuyển được thời gian.',
    en: 'An office lives in real time. Only a demonstration can move its clock.',
  },
  'clock.backwards': {
    vi: 'Thời gian chỉ chuyển tới trước. Chọn thời điểm sau thời điểm hiện tại của bản minh họa.',
    en: 'The clock only moves forward. Choose a moment after the present one of the demonstration.',
  },
  'clock.tooFar': {
    vi: 'Mỗi lần chỉ chuyển tới trước nhiều nhất {days} ngày. Chọn thời điểm gần hơn.',
    en: 'The clock moves at most {days} days at a time. Choose a nearer moment.',
  },
};
