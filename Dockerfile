# syntax=docker/dockerfile:1
# The desk as one image: docker build -t case-desk . ; docs/operations.md says how to run it.

ARG NODE=node:24.21.0-slim

# The desk and the pages a browser gets, built with everything that building takes.
FROM ${NODE} AS built
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.ts

# The packages that running takes; the image brings Node itself.
FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE}
ENV NODE_ENV=production DATA_DIR=/data
# The one place that is written to, by the user `node`, who may write nowhere else.
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=built /app/dist/server ./dist/server
COPY --from=built /app/dist/tab ./dist/tab
COPY package.json check-node.js ./
COPY src ./src
COPY bot ./bot
# What is compiled once, for this very user, is kept beside the packages, so that every start is quick; then nobody may write there.
RUN mkdir node_modules/.cache && chown node node_modules/.cache
USER node
RUN ["node", "--import", "./check-node.js", "--eval", "import('./dist/server/start-desk.js').then(() => import('./dist/server/teams-surroundings.js'))"]
USER root
RUN chown -R root node_modules/.cache
USER node
VOLUME /data
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./check-node.js", "dist/server/main.js"]
