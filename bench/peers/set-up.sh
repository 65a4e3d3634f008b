#!/bin/sh
# Installs Request Tracker 5 and Redmine 5 from Debian's packages into a folder of their own, for `npm run bench -- peers`.
# The folder is .peers in the project's root, or $PEERS_DIR. Nothing of it is started, and no mail can leave it. Removing it: rm -rf.
set -eu

suite=bookworm
project=$(cd "$(dirname "$0")/../.." && pwd)
folder=${PEERS_DIR:-$project/.peers}
packages='request-tracker5 rt5-standalone rt5-db-postgresql starman w3m redmine redmine-pgsql puma dbconfig-no-thanks nullmailer'
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

stop() {
  echo "$1" >&2
  exit 1
}

[ "$(id -u)" = 0 ] || stop 'The peers are installed with debootstrap, which needs root: run this as root.'
[ -r /etc/debian_version ] || stop 'The peers are installed from Debian’s packages: run this on Debian.'
command -v debootstrap >/dev/null || stop 'debootstrap is missing: apt-get install debootstrap'
[ -r "$keyring" ] || stop 'The keys of Debian’s archive are missing: apt-get install debian-archive-keyring'
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# What debootstrap mounts goes with this process, so that no mount is left in a folder that is to be removed with rm.
[ "${PEERS_MOUNTS:-}" = own ] || PEERS_MOUNTS=own exec unshare --mount "$0" "$@"

# @param the label of the archive as it names itself; the mirror of it that this machine's apt uses
mirror_of() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' "Label: $1" | head -n 1
}

inside() {
  DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$folder" "$@"
}

if [ ! -e "$folder/.installed" ]; then
  mirror=$(mirror_of Debian)
  [ -n "$mirror" ] || stop 'No mirror of Debian stands in this machine’s apt sources (or apt-get update was never run).'
  if [ ! -e "$folder/.base" ]; then
    echo "Installing Debian $suite into $folder …"
    debootstrap --variant=minbase --include=ca-certificates --keyring="$keyring" "$suite" "$folder" "$mirror"
    touch "$folder/.base"
  fi
  echo "deb $mirror $suite main" >"$folder/etc/apt/sources.list"
  security=$(mirror_of Debian-Security)
  [ -z "$security" ] || echo "deb $security $suite-security main" >>"$folder/etc/apt/sources.list"
  apt-config dump | grep -E '^Acquire::https?::Proxy' >"$folder/etc/apt/apt.conf.d/50proxy" || true
  # Debian asks this script before it starts a service; 101 forbids it.
  printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
  chmod 755 "$folder/usr/sbin/policy-rc.d"
  mount -t proc proc "$folder/proc"
  echo 'Installing Request Tracker and Redmine …'
  inside apt-get update --quiet
  inside apt-get install --quiet --yes --no-install-recommends $packages
  inside apt-get clean
  # Both peers hand their mail to this: it is counted, and gone.
  printf '#!/bin/sh\ncat >/dev/null\necho >>/var/lib/peers/mails\n' >"$folder/usr/local/sbin/swallow-mail"
  chmod 755 "$folder/usr/local/sbin/swallow-mail"
  mkdir -p "$folder/var/lib/peers"
  : >"$folder/var/lib/peers/mails"
  inside chown -R www-data:www-data /var/lib/peers /var/log/redmine
  touch "$folder/.installed"
fi
inside dpkg-query --show request-tracker5 redmine starman puma
