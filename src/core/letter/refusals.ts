/** Sentences of refused letters and files: what, where, what to do. Merged into the texts' catalogue. */
export const letterRefusals = {
  'letter.accentsLost': {
    vi: 'Văn bản đã mất dấu tiếng Việt nên chưa đọc được. Mở tệp gốc, lưu lại với mã hóa UTF-8 (Unicode) hoặc dán lại nội dung có dấu.',
    en: 'The Vietnamese marks of the text are lost, so it could not be read. Save the original file again as UTF-8 (Unicode), or paste the text with its marks.',
  },
  'letter.empty': {
    vi: 'Tệp chưa có chữ nào để đọc. Kiểm tra lại tệp đã chọn hoặc dán nội dung văn bản.',
    en: 'The file holds no text to read. Check the chosen file, or paste its text.',
  },
  'letter.noOutline': {
    vi: 'Tệp chưa có mục nào đánh số hoặc gạch đầu dòng để đọc thành đề cương. Đánh số các phần (I, II hoặc 1, 2) rồi đọc lại, hoặc thêm từng phần ở dự thảo.',
    en: 'The file has no numbered or listed heading to read as an outline. Number its parts (I, II or 1, 2) and read it again, or add the parts in the draft.',
  },
  'letter.tooLong': {
    vi: 'Văn bản dài hơn 200.000 chữ cái nên chưa đọc được. Chỉ giữ phần công văn, bỏ phụ lục dài, rồi gửi lại.',
    en: 'The text is longer than 200,000 letters and could not be read. Keep the letter itself, leave out long appendices and send it again.',
  },
  'upload.busy': {
    vi: 'Đang có nhiều tệp chờ đọc. Thử lại sau một phút; tệp chưa được giữ lại.',
    en: 'Many files are waiting to be read. Try again in a minute; the file was not kept.',
  },
  'upload.tooLarge': {
    vi: 'Tệp lớn hơn 20 MB. Chỉ gửi văn bản, bỏ ảnh và phụ lục nặng, rồi tải lên lại.',
    en: 'The file is larger than 20 MB. Leave out pictures and heavy appendices and upload it again.',
  },
  'upload.zipBomb': {
    vi: 'Tệp Word giải nén ra lớn bất thường nên không được mở. Mở tệp bằng Word, lưu thành bản mới (.docx) rồi tải lên lại.',
    en: 'The file unpacks to an abnormal size and was not opened. Open it in Word, save a new copy (.docx) and upload that.',
  },
  'upload.xmlEntities': {
    vi: 'Tệp chứa khai báo XML không được phép nên không được mở. Mở tệp bằng Word, lưu thành bản mới (.docx) rồi tải lên lại.',
    en: 'The file holds XML declarations that are not allowed and was not opened. Save a new copy (.docx) in Word and upload that.',
  },
  'upload.macro': {
    vi: 'Tệp có chứa macro nên không được nhận. Lưu lại ở dạng Word không macro (.docx) rồi tải lên.',
    en: 'The file holds macros and is not accepted. Save it as a Word document without macros (.docx) and upload that.',
  },
  'upload.externalLink': {
    vi: 'Tệp gọi tới nội dung bên ngoài nên không được mở. Ngắt liên kết ngoài trong Word, lưu lại rồi tải lên.',
    en: 'The file calls for content from outside and was not opened. Break the external links in Word, save and upload again.',
  },
  'upload.script': {
    vi: 'Tệp PDF có mã chạy tự động nên không được mở. In tệp ra PDF mới rồi tải lên lại.',
    en: 'The PDF holds code that runs by itself and was not opened. Print it to a new PDF and upload that.',
  },
  'upload.extensionMismatch': {
    vi: 'Đuôi tệp không khớp với nội dung bên trong. Chọn đúng tệp gốc (.docx, .pdf, .txt, .html) rồi tải lên lại.',
    en: 'The file extension does not match its content. Choose the original file (.docx, .pdf, .txt, .html) and upload it again.',
  },
  'upload.damaged': {
    vi: 'Tệp bị hỏng nên chưa mở được. Lấy lại bản khác từ nơi gửi hoặc dán nội dung văn bản.',
    en: 'The file is damaged and could not be opened. Ask the sender for another copy, or paste its text.',
  },
  'upload.encrypted': {
    vi: 'Tệp đặt mật khẩu nên chưa đọc được. Bỏ mật khẩu, lưu lại rồi tải lên.',
    en: 'The file is protected by a password and could not be read. Remove the password, save and upload again.',
  },
  'upload.scanned': {
    vi: 'Tệp là bản quét hoặc ảnh, chưa có lớp chữ để đọc. Lấy bản Word hoặc PDF xuất từ Word, hoặc dán nội dung văn bản; tệp này vẫn có thể đính kèm.',
    en: 'The file is a scan or a picture without a text layer. Use the Word file or a PDF exported from it, or paste the text; the file can still be attached.',
  },
  'upload.oldWord': {
    vi: 'Tệp Word đời cũ (.doc) chưa đọc được. Mở bằng Word, lưu thành .docx rồi tải lên lại.',
    en: 'Files of old Word (.doc) cannot be read. Open it in Word, save it as .docx and upload that.',
  },
  'upload.unknownKind': {
    vi: 'Loại tệp này chưa đọc được. Dùng .docx, .pdf có lớp chữ, .txt hoặc .html, hoặc dán nội dung văn bản.',
    en: 'This kind of file cannot be read. Use .docx, .pdf with a text layer, .txt or .html, or paste its text.',
  },
  'upload.timeout': {
    vi: 'Đọc tệp quá lâu nên đã dừng. Lưu tệp thành bản mới ít trang hơn hoặc dán nội dung văn bản.',
    en: 'Reading the file took too long and was stopped. Save a new copy with fewer pages, or paste its text.',
  },
  'upload.tooHeavy': {
    vi: 'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Lưu tệp thành bản mới gọn hơn hoặc dán nội dung văn bản.',
    en: 'Reading the file needed too much memory and was stopped. Save a smaller copy, or paste its text.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type LetterRefusalCode = keyof typeof letterRefusals;
