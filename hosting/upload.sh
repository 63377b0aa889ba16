#!/bin/sh
# Uploads the site in the order in which no reader gets half of a version: files
# with a hash in their names, then pages and all others, then the service
# worker; what is no longer there is deleted last. Run again, it goes on where
# it was interrupted.
#
#     hosting/upload.sh [--prune] rsync user@example.org:/srv/liner-notes/
#     hosting/upload.sh [--prune] s3 s3://bucket/folder
#
# `rsync` also takes a local folder. `s3` needs the AWS CLI; AWS_ENDPOINT_URL
# names the store of another provider. Such stores do not choose between
# compressed forms, so the `.br` and `.gz` files stay here, and they cannot send
# the headers of the other recipes: the service in front of them has to.
#
# Hashed files of earlier versions stay on the host, because a cached page may
# still request them; `--prune` deletes those, too.
#
# DIST names another folder than `dist/`.
set -eu

usage() {
    sed -n '2,/^set /{ /^#/s/^#\( \|$\)//p; }' "$0" >&2
    exit 2
}

prune=
if [ "${1:-}" = --prune ]; then
    prune=yes
    shift
fi
[ $# -eq 2 ] || usage
kind=$1
to=${2%/}
# An upload deletes what the site no longer has, so it needs a folder of its own: no
# root, no home folder, and nothing at all where a variable was empty.
case $kind:$to in
    rsync: | rsync:*: | s3:) usage ;;
    s3:s3://?*) ;;
    s3:*) usage ;;
esac
dist=${DIST:-$(dirname "$0")/../dist}
dist=${dist%/}
if [ ! -f "$dist/sw.js" ]; then
    echo "There is no site in $dist: run \`cargo xtask build\`." >&2
    exit 1
fi

# By content: files that a build made anew, but as they were, keep their time on
# the host, so browsers need not fetch them again.
sync() {
    rsync --recursive --checksum "$@" "$dist/" "$to/"
}

with_rsync() {
    sync --include='/*.wasm*' --include='/liner-notes-*.js*' --include='/icon-*.svg*' \
        --include='/snippets/***' --exclude='*'
    sync --exclude='/sw.js*'
    sync
    if [ -n "$prune" ]; then
        sync --delete
    else
        sync --delete --filter='protect /*.wasm*' --filter='protect /liner-notes-*.js*' \
            --filter='protect /icon-*.svg*' --filter='protect /snippets/***'
    fi
}

with_aws() {
    immutable='public, max-age=31536000, immutable'
    # The types of `.wasm` and `.webmanifest` are not known everywhere.
    aws s3 sync "$dist" "$to" --exclude '*' --include '*.wasm' \
        --cache-control "$immutable" --content-type application/wasm
    aws s3 sync "$dist" "$to" --exclude '*' --include 'liner-notes-*.js' \
        --include 'icon-*.svg' --include 'snippets/*' --cache-control "$immutable"
    aws s3 sync "$dist" "$to" --exclude '*' --include '*.webmanifest' \
        --cache-control no-cache --content-type application/manifest+json
    # Later filters win, and `--delete` spares what is excluded.
    set -- --exclude '*.br' --exclude '*.gz'
    aws s3 sync "$dist" "$to" "$@" --exclude sw.js --cache-control no-cache
    aws s3 cp "$dist/sw.js" "$to/sw.js" --cache-control no-cache
    if [ -z "$prune" ]; then
        set -- "$@" --exclude '*.wasm' --exclude 'liner-notes-*.js' \
            --exclude 'icon-*.svg' --exclude 'snippets/*'
    fi
    aws s3 sync "$dist" "$to" "$@" --delete --cache-control no-cache
}

case $kind in
    rsync) with_rsync ;;
    s3) with_aws ;;
    *) usage ;;
esac
