@echo off
rem The terminal's lectern beside the packed app: a command is waited for, whatever else is said opens the app.
setlocal
set "app=%~dp0..\..\Lectern.exe"
set "command="
for %%c in (narrate check inspect cast script translate write listen voices serve worker cache metrics data log diagnose doctor help --help -h --version) do if "%~1"=="%%c" set "command=%%c"
rem Without the dashes Electron refuses words that follow an address.
if not defined command start "" "%app%" -- %*
if not defined command exit /b 0
"%app%" -- %*
exit /b %errorlevel%
