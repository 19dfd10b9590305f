/**
 * Among the most common, the Vietnamese favourites included; without marks, case and signs, which is how they are
 * compared: ten letters with two signs are as easy to guess as without them.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 123456789q 1234567891 0123456789 0987654321 9876543210 1111111111 1234512345
  1122334455 1231231234 1029384756 0123456789a a123456789 a1234567890 abc123456789 abcd123456 abcdef1234 abcd1234567
  qwertyuiop qwerty12345 qwerty123456 qwertyuiop123 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qazwsxedcrfv asdfghjkl123
  asdfghjkl1 zxcvbnm123 password12 password123 password1234 password12345 password123456 passw0rd123 p4ssword123
  matkhau123 matkhau1234 matkhau12345 matkhau123456 matkhaumoi matkhau2024 matkhau2025 matkhau2026 admin12345
  admin123456 admin1234567 administrator administrator1 quantri123 quantri1234 quantrivien quantri123456 letmein1234
  welcome123 welcome1234 iloveyou123 iloveyou1234 anhyeuem123 anhyeuem1234 emyeuanh123 anhyeuemnhieu anhnhoem123
  vietnam123 vietnam1234 vietnam12345 vietnam2024 vietnam2025 vietnam2026 vietnamvodich xinchao123 xinchao1234
  hanoi12345 langson123 langson1234 langson2024 langson2025 langson2026 caoloc1234 ubnd123456 ubndxa1234 ubndhuyen123
  ubnd2024 cchc123456 caicachhanhchinh congchuc123 noivu12345 phongnoivu123 chunhiem123 football123 sunshine123
  princess123 superman123 dragon12345 monkey12345 master12345 changeme123 changeme1234 secret12345 test123456
  testtest123 1234567890a 12345678901 123456789012 12345qwert qwert12345 11223344556 1qazxsw23edc zaq12wsxcde3
  123456789123 123456123456 112233445566 111222333444 987654321012 1234567891011 123123123123 qwertyuiop12
  qwerty1234567 1qaz2wsx3edc4rfv 1q2w3e4r5t6y q1w2e3r4t5y6 qazwsxedc123 asdfghjkl1234 zxcvbnm12345 password1234567
  passwordpassword passw0rd1234 matkhau1234567 matkhaumatkhau matkhaumoi123 matkhaucuatoi khongcomatkhau admin12345678
  adminadmin123 admin123admin administrator123 quantrihethong quantrihethong1 quantrivien123 welcome12345 letmein12345
  iloveyou12345 anhyeuem12345 anhyeuem123456 emyeuanh1234 toiyeuvietnam toiyeuvietnam1 vietnam123456 vietnam1234567
  congdongvietnam xinchao123456 hanoi1234567 langson123456 langson12345 caoloc123456 caoloc20242024 ubndxa123456
  ubndhuyen1234 ubndtinh1234 ubnd12345678 cchc12345678 cchc20242024 caicachhanhchinh1 caicachhanhchinh2024
  congchuc1234 congchuc123456 noivu1234567 phongnoivu1234 sonoivu12345 chuyenvien123 vanthu123456 football1234
  princess1234 superman1234 changeme12345 secret123456 testtest1234 test12345678 abcdefghijkl abcdefgh1234
  abc123abc123 aabbccddeeff abcd12345678 nguyenvana123 nguyenvanan123 1234567890123`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
