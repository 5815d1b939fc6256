#!/usr/bin/env bash
# install.sh SET... - installs the Debian packages of these sets that are missing.
# When none is, nothing of the system is touched and no network is needed.
set -euo pipefail
list=$(dirname "$0")/packages

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
while read -r set package tool; do
    case " $* " in *" $set "*) ;; *) continue ;; esac
    if [ -n "$tool" ] && command -v "$tool" >/dev/null; then continue; fi
    is_installed "$package" || missing+=("$package")
done < <(grep -v '^#' "$list")
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "install.sh: not a Debian system; please install what these packages hold:" \
        "${missing[*]}" >&2
    exit 2
fi
as_root=(env)
if [ "$(id -u)" != 0 ]; then as_root=(sudo -n env); fi
apt() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null
}
echo "installing ${missing[*]}"
apt update
apt install -y --no-install-recommends "${missing[@]}" >/dev/null
