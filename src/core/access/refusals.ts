/** Sentences of refused sign-ins: what, where, what to do. Merged into the texts' catalogue. */
export const accessRefusals: Record<string, { vi: string; en: string }> = {
  'access.signInFirst': {
    vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đăng nhập rồi làm tiếp.',
    en: 'The session has ended, or nobody is signed in. Sign in and go on.',
  },
  'access.wrongCredentials': {
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Gõ lại; nếu quên mật khẩu, xin quản trị viên liên kết đặt lại.',
    en: 'The name or the password is wrong. Type them again; for a forgotten password ask the administrator for a reset link.',
  },
  'access.slowDown': {
    vi: 'Đã thử sai nhiều lần. Chờ {retryAfter} giây rồi thử lại.',
    en: 'There were many wrong attempts. Wait {retryAfter} seconds and try again.',
  },
  'access.totpRequired': {
    vi: 'Tài khoản này bật mã một lần. Gõ thêm mã 6 số trên điện thoại.',
    en: 'This account asks for a one-time code. Type the 6 digits from the telephone too.',
  },
  'access.wrongCode': {
    vi: 'Mã một lần chưa đúng hoặc đã dùng rồi. Chờ mã mới hiện trên điện thoại rồi gõ lại.',
    en: 'The one-time code is wrong or was used already. Wait for a new one on the telephone and type that.',
  },
  'access.wrongPassword': {
    vi: 'Mật khẩu đang dùng chưa đúng. Gõ lại mật khẩu đang dùng để đăng nhập.',
    en: 'The present password is wrong. Type the password that is used to sign in.',
  },
  'access.passwordTooShort': {
    vi: 'Mật khẩu mới quá ngắn. Đặt ít nhất {shortest} ký tự; vài từ ghép lại thì dễ nhớ.',
    en: 'The new password is too short. Take at least {shortest} characters; a few words together are easy to remember.',
  },
  'access.passwordTooLong': {
    vi: 'Mật khẩu mới quá dài. Đặt nhiều nhất {longest} ký tự.',
    en: 'The new password is too long. Take at most {longest} characters.',
  },
  'access.passwordIsLogin': {
    vi: 'Mật khẩu mới chỉ gồm tên đăng nhập và số. Chọn từ khác.',
    en: 'The new password is only the sign-in name and digits. Choose other words.',
  },
  'access.passwordCommon': {
    vi: 'Mật khẩu mới quá nhiều người dùng nên dễ đoán. Chọn từ khác.',
    en: 'Many people use this password, so it is easy to guess. Choose other words.',
  },
  'access.resetLinkInvalid': {
    vi: 'Liên kết đặt mật khẩu đã dùng, đã hết hạn hoặc đã có liên kết mới hơn. Xin quản trị viên liên kết mới.',
    en: 'This link was used, has expired, or a newer one was made. Ask the administrator for a new link.',
  },
  'access.sessionOnly': {
    vi: 'Việc này thay đổi cách đăng nhập nên chỉ làm được trên trình duyệt. Đăng nhập bằng mật khẩu rồi làm lại.',
    en: 'This changes how somebody signs in and is done in the browser only. Sign in with the password and do it there.',
  },
  'access.secondFactorOn': {
    vi: 'Mã một lần đang bật. Tắt mã đang dùng trước, rồi bật trên điện thoại mới.',
    en: 'One-time codes are on already. Turn the present ones off first, then turn them on with the new telephone.',
  },
  'access.noSecondFactor': {
    vi: 'Tài khoản này chưa bật mã một lần. Bấm bật mã một lần trước rồi gõ mã đầu tiên.',
    en: 'One-time codes are not on for this account. Begin turning them on first, then type the first code.',
  },
  'access.administratorOnly': {
    vi: 'Việc này chỉ quản trị viên làm được. Nhờ quản trị viên của cơ quan.',
    en: 'Only an administrator may do this. Ask the administrator of the office.',
  },
  'access.personInactive': {
    vi: 'Người này đã ngừng hoạt động. Cho hoạt động lại trước, rồi tạo liên kết.',
    en: 'This person is deactivated. Activate the person first, then make the link.',
  },
};
