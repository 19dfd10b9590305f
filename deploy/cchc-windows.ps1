# Chạy cchc cùng Windows bằng Task Scheduler: mở PowerShell với quyền quản trị, chạy
#   powershell -ExecutionPolicy Bypass -File deploy\cchc-windows.ps1 -Program C:\cchc -Data D:\cchc-du-lieu -Url https://cchc.co-quan.example
# Gỡ: Unregister-ScheduledTask -TaskName cchc
param(
  [string]$Program = 'C:\cchc',
  [string]$Data = 'C:\ProgramData\cchc',
  [string]$Url = '',
  [int]$Port = 8024
)
$ErrorActionPreference = 'Stop'
$node = (Get-Command node -ErrorAction Stop).Source
New-Item -ItemType Directory -Force -Path $Data | Out-Null
# Dịch vụ cục bộ: không phải quản trị viên, chỉ ghi được vào hai thư mục này.
& icacls $Data /grant 'NT AUTHORITY\LOCAL SERVICE:(OI)(CI)M' | Out-Null
& icacls $Program /grant 'NT AUTHORITY\LOCAL SERVICE:(OI)(CI)M' | Out-Null
$start = Join-Path $Data 'chay.cmd'
@(
  '@echo off',
  "set CCHC_DATA=$Data",
  "set PORT=$Port",
  $(if ($Url) { "set CCHC_URL=$Url" } else { 'rem CCHC_URL' }),
  "cd /d `"$Program`"",
  "`"$node`" scripts\start.mjs --office >> `"$Data\cchc.log`" 2>&1"
) | Set-Content -Encoding ASCII -Path $start
$action = New-ScheduledTaskAction -Execute 'cmd.exe' -Argument "/c `"$start`"" -WorkingDirectory $Program
$trigger = New-ScheduledTaskTrigger -AtStartup
$who = New-ScheduledTaskPrincipal -UserId 'NT AUTHORITY\LOCAL SERVICE' -LogonType ServiceAccount
$how = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
  -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
Register-ScheduledTask -TaskName cchc -Action $action -Trigger $trigger -Principal $who -Settings $how -Force | Out-Null
Start-ScheduledTask -TaskName cchc
Write-Host "Đã đặt. Nhật ký máy: $Data\cchc.log (có liên kết đặt mật khẩu lần đầu)."
