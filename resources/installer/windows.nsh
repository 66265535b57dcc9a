; What Lectern's installer and uninstaller of Windows do beyond electron-builder's own.

; Offers Lectern under "Open with" for files that another program owns.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".pdf" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".docx" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".odt" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".rtf" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".zip" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".txt" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".text" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".md" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".markdown" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".html" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".htm" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xhtml" ""
!macroend

; Takes everything back. An update removes what was there before as well: it neither asks nor forgets.
!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  ${ifNot} ${isUpdated}
    ; What the app itself leaves behind belongs to this account, also where it was installed for all.
    ${if} $installMode == "all"
      SetShellVarContext current
    ${endIf}
    !insertmacro forgetLinks
    RMDir /r "$LOCALAPPDATA\lectern-updater"
    ${if} $installMode == "all"
      ; Whoever removes it for all may be another person than the one whose library this would be.
      SetShellVarContext all
    ${else}
      !insertmacro askForLibrary
    ${endIf}
  ${endIf}
!macroend

; The app says at each start that lectern: is its own. Another Lectern, elsewhere, keeps what it has said.
!macro forgetLinks
  StrCpy $R1 '"$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  StrLen $R2 $R1
  ReadRegStr $R3 HKCU "Software\Classes\lectern\shell\open\command" ""
  StrCpy $R3 $R3 $R2
  ${if} $R3 == $R1
    DeleteRegKey HKCU "Software\Classes\lectern"
  ${endIf}
!macroend

; No is the answer of whoever presses Enter, and of an uninstaller that may not ask (/S).
!macro askForLibrary
  StrCpy $R1 "Shall your library be removed as well: books, takes, recordings, voices, settings and keys?$\r$\n$\r$\nThis cannot be undone. With No it stays, and is there when Lectern is installed again. Finished audiobooks stay where they are."
  ; 1031: German.
  ${if} $LANGUAGE == 1031
    StrCpy $R1 "Soll Ihre Bibliothek mit entfernt werden: Bücher, Aufnahmen, Stimmen, Einstellungen und Schlüssel?$\r$\n$\r$\nDas lässt sich nicht rückgängig machen. Mit Nein bleibt sie, und ist da, wenn Lectern wieder installiert wird. Fertige Hörbücher bleiben, wo sie sind."
  ${endIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$R1" /SD IDNO IDNO libraryStays
    RMDir /r "$LOCALAPPDATA\lectern\Data"
    RMDir /r "$LOCALAPPDATA\lectern\Cache"
    RMDir /r "$LOCALAPPDATA\lectern\Log"
    RMDir "$LOCALAPPDATA\lectern"
    RMDir /r "$APPDATA\lectern\Config"
    RMDir "$APPDATA\lectern"
  libraryStays:
!macroend
