/** Why the service cannot start here, in one line that says what to do. Shown as it is, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
