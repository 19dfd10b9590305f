import type { Refusals } from '../sentence.ts';

export const access = {
  'access.wrongCredentials': 'Tên đăng nhập, mật khẩu hoặc mã xác thực chưa đúng.',
  'access.totpRequired': 'Tài khoản này bật xác thực hai bước. Gõ thêm mã 6 số.',
  'access.wrongCode': 'Mã xác thực chưa đúng hoặc đã dùng rồi. Chờ mã mới hiện trên điện thoại rồi gõ lại.',
  'access.wrongPassword': 'Mật khẩu đang dùng chưa đúng. Gõ lại.',
  'access.resetLinkInvalid': 'Liên kết này đã dùng hoặc đã hết hạn. Đề nghị quản trị viên cấp liên kết mới.',
  'access.secondFactorOn': 'Xác thực hai bước đang bật rồi. Tải lại trang để xem.',
  'access.factorToSet':
    'Cơ quan yêu cầu xác thực hai bước với chức vụ này. Quét mã QR bằng ứng dụng xác thực, rồi gõ mã 6 số đang hiện.',
  'access.factorDemanded':
    'Cơ quan yêu cầu xác thực hai bước với chức vụ này nên không tắt được. Đổi điện thoại thì nhờ quản trị viên tắt giúp, rồi bật lại khi đăng nhập.',
  'access.factorOwnFirst':
    'Vai trò của chính mình cũng bị yêu cầu. Bật xác thực hai bước của mình ở trang Tài khoản trước.',
  'access.factorUnreadable':
    'Máy chủ không có khóa để kiểm tra mã một lần. Nhờ người quản trị máy chủ chạy “cchc doctor”, hoặc tắt xác thực hai bước của tài khoản này để bật lại.',
  'access.sessionOnly': 'Việc này phải đăng nhập trên trang web mới làm được, mã truy cập không làm được.',
  'access.noSecondFactor': 'Tài khoản này chưa bật xác thực hai bước.',
  'access.slowDown': 'Thử quá nhiều lần. Chờ {retryAfter} giây rồi thử lại.',
  'access.personInactive': 'Tài khoản này đã ngừng hoạt động. Liên hệ quản trị viên.',
  'access.administratorOnly': 'Việc này chỉ quản trị viên làm được.',
  'access.passwordTooShort': 'Mật khẩu mới cần ít nhất {shortest} ký tự.',
  'access.passwordTooLong': 'Mật khẩu mới dài nhất {longest} ký tự.',
  'access.passwordIsLogin': 'Mật khẩu mới giống tên đăng nhập. Chọn một câu khác.',
  'access.passwordCommon': 'Mật khẩu này quá nhiều người dùng, dễ bị đoán. Chọn một câu khác.',
  'access.signInFirst': 'Phiên làm việc đã hết. Đăng nhập lại rồi thử lại.',
  'access.forbidden': 'Chưa được phân quyền làm việc này. Đề nghị quản trị viên xem lại chức vụ được giao.',
  'access.foreignOrigin': 'Yêu cầu đến từ trang khác nên không được nhận. Mở lại trang này rồi thử lại.',
  'http.notFound': 'Nội dung này không có hoặc đã chuyển chỗ. Tải lại trang.',
  'http.keyMalformed': 'Mã của lần gửi này chưa đúng dạng. Tải lại trang rồi thử lại.',
  'http.keyReused': 'Lần gửi này trùng mã với một nội dung khác đã gửi. Tải lại trang để xem bản đã lưu.',
  'http.malformed': 'Nội dung gửi lên chưa đọc được. Tải lại trang rồi thử lại.',
  'http.tooLarge': 'Tệp quá lớn. Chọn tệp nhỏ hơn rồi gửi lại.',
  'http.wrongMediaType': 'Loại tệp này chưa nhận được. Chọn tệp khác.',
  'http.tooMany': (d) =>
    d.retryAfter
      ? `Thao tác quá nhanh. Chờ ${d.retryAfter} giây rồi thử lại.`
      : 'Thao tác quá nhanh. Chờ ít giây rồi thử lại.',
  'access.oidcAway':
    'Chưa tới được hệ thống tài khoản dùng chung. Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.',
  'access.oidcExpired': 'Lần đăng nhập này đã quá 10 phút hoặc đã dùng. Bấm đăng nhập lại từ đầu.',
  'access.oidcFailed':
    'Hệ thống tài khoản dùng chung chưa xác nhận lần đăng nhập này. Thử lại, hoặc đăng nhập bằng mật khẩu.',
  'access.oidcUnknown':
    'Tài khoản dùng chung này chưa gắn với ai ở đây. Nhờ người quản trị ghi đúng thư điện tử của tài khoản, rồi đăng nhập lại.',
} satisfies Refusals;
