/**
 * For `node --import`: Ctrl-C as soon as the progress line tells that the first check was judged, and with $TWICE once
 * more as soon as the first was heard.
 */
process.stderr.isTTY = true;
const write = process.stderr.write.bind(process.stderr);
const isDue = process.env.TWICE ? /judging 1\/[0-9]|once more to quit/ : /judging 1\/[0-9]/;
process.stderr.write = (text, ...rest) => {
  if (isDue.test(text)) process.kill(process.pid, 'SIGINT');
  return write(text, ...rest);
};
