# Chạy cchc cùng Windows bằng Task Scheduler. Mở PowerShell với quyền quản trị:
#   powershell -ExecutionPolicy Bypass -File deploy\cchc-windows.ps1 -Program C:\cchc -Data D:\cchc-du-lieu -Url https://cchc.co-quan.example -Backup E:\cchc-sao-luu
# Dừng: Stop-ScheduledTask -TaskName cchc; Disable-ScheduledTask -TaskName cchc
# Gỡ: Unregister-ScheduledTask -TaskName cchc
# Tệp này có dấu BOM: thiếu nó, PowerShell 5.1 đọc chữ Việt thành dấu nháy.
param(
  [string]$Program = 'C:\cchc',
  [string]$Data = 'C:\ProgramData\cchc',
  [string]$Url = '',
  [string]$Backup = '',
  [int]$Port = 8024
)
$ErrorActionPreference = 'Stop'

function Invoke-Tool([string]$Name, [string[]]$Arguments) {
  & $Name @Arguments | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "${Name}: $LASTEXITCODE" }
}

# Tên nhóm và người dùng đổi theo ngôn ngữ của Windows, mã thì không: hệ thống, quản trị viên, dịch vụ cục bộ.
$system = '*S-1-5-18:(OI)(CI)F'
$administrators = '*S-1-5-32-544:(OI)(CI)F'
$service = '*S-1-5-19:(OI)(CI)M'

$node = (Get-Command node -CommandType Application | Select-Object -First 1).Source
if (-not (Test-Path (Join-Path $Program 'scripts\start.mjs'))) { throw "Không thấy chương trình ở $Program." }

# Dữ liệu, khóa và bản sao lưu: người dùng khác của máy không đọc được. Chương trình chỉ cần ghi vào các thư mục này.
$closed = @($Data)
if ($Backup) { $closed += $Backup }
foreach ($folder in $closed) {
  New-Item -ItemType Directory -Force -Path $folder | Out-Null
  Invoke-Tool 'icacls' @($folder, '/inheritance:r', '/grant:r', $system, $administrators, $service)
}
Invoke-Tool 'icacls' @($Program, '/grant', $service)

$lines = @(
  '@echo off',
  'chcp 65001 >nul',
  "set `"CCHC_DATA=$Data`"",
  "set `"PORT=$Port`""
)
if ($Url) { $lines += "set `"CCHC_URL=$Url`"" }
if ($Backup) {
  $key = Join-Path $Data 'sao-luu.khoa'
  if (-not (Test-Path $key)) {
    $bytes = New-Object byte[] 24
    $random = [Security.Cryptography.RandomNumberGenerator]::Create()
    $random.GetBytes($bytes)
    $random.Dispose()
    [IO.File]::WriteAllText($key, [Convert]::ToBase64String($bytes))
  }
  $lines += "set `"CCHC_BACKUP_PASSPHRASE_FILE=$key`""
  $lines += "set `"CCHC_BACKUP_DIR=$Backup`""
}
$lines += "cd /d `"$Program`""
$lines += "`"$node`" scripts\start.mjs --office >> `"$Data\cchc.log`" 2>&1"
$start = Join-Path $Data 'chay.cmd'
# UTF-8 không BOM: cmd đọc dấu BOM thành lệnh.
[IO.File]::WriteAllLines($start, [string[]]$lines, (New-Object Text.UTF8Encoding $false))

$action = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument "/c `"$start`"" -WorkingDirectory $Program
# Lúc bật máy; rồi cứ năm phút xem một lần, đang chạy thì thôi.
$boot = New-ScheduledTaskTrigger -AtStartup
$again = New-ScheduledTaskTrigger -Once -At (Get-Date).AddMinutes(5) -RepetitionInterval (New-TimeSpan -Minutes 5)
$who = New-ScheduledTaskPrincipal -UserId 'LOCALSERVICE' -LogonType ServiceAccount
$how = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit ([TimeSpan]::Zero) `
  -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
Register-ScheduledTask -TaskName cchc -Action $action -Trigger @($boot, $again) -Principal $who -Settings $how -Force | Out-Null
Start-ScheduledTask -TaskName cchc
Write-Host "Đã đặt. Nhật ký máy: $Data\cchc.log (có liên kết đặt mật khẩu lần đầu)."
if ($Backup) { Write-Host "Chép cụm mật khẩu của bản sao lưu ra nơi khác: $Data\sao-luu.khoa" }
