#!/bin/sh
set -e
# What stands in braces is filled in when the package is made.
profile='/etc/apparmor.d/${executable}'

# An update keeps what the new version has just set up.
case $1 in
  remove | purge)
    if command -v update-alternatives > /dev/null; then
      update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/resources/bin/lectern'
    else
      rm -f '/usr/bin/${executable}'
    fi
    if [ -f "$profile" ]; then
      if command -v apparmor_parser > /dev/null; then apparmor_parser --remove "$profile" || true; fi
      rm -f "$profile"
    fi
    ;;
esac

# A library is its owner's, and no package's to remove.
if [ "$1" = purge ]; then
  echo 'Lectern leaves the books, takes and settings of each account in its home folder, where they are:'
  echo '  ~/.local/share/lectern  ~/.config/lectern  ~/.cache/lectern  ~/.local/state/lectern'
  echo 'Whoever does not want them any more removes these folders.'
fi
