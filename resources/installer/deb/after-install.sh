#!/bin/sh
set -e
# What stands in braces is filled in when the package is made.
folder='/opt/${sanitizedProductName}'
terminal="$folder/resources/bin/lectern"

if command -v update-alternatives > /dev/null; then
  update-alternatives --install '/usr/bin/${executable}' '${executable}' "$terminal" 100
else
  ln -sf "$terminal" '/usr/bin/${executable}'
fi

# Chromium parts its pages from the system by user namespaces, or where there are none by a helper that root owns.
if unshare --user true 2> /dev/null; then
  chmod 0755 "$folder/chrome-sandbox"
else
  chmod 4755 "$folder/chrome-sandbox"
fi

# Ubuntu allows user namespaces only to programs that have a profile. An AppArmor too old to read it wants none.
profile="$folder/resources/apparmor-profile"
if command -v apparmor_parser > /dev/null && aa-enabled --quiet 2> /dev/null &&
  apparmor_parser --skip-kernel-load "$profile" > /dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  apparmor_parser --replace '/etc/apparmor.d/${executable}' || true
fi

# Icons, types of files and the menu are brought up to date by dpkg's own triggers.
