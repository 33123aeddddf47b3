/** The code of an MFA device, which only a person has. */

/** Asks a person for the code of a device, by its serial number. */
export type AskMfaCode = (serial: string) => Promise<string>;

/** The code of a device that nobody can be asked about. */
export const nobodyToAskCode = 'NobodyToAsk';

export interface Asked {
  readonly askMfaCode: AskMfaCode;
  /** Whether a person is being asked. */
  isAsking(): boolean;
}

/** @param ask absent where nobody can be asked: then the scan cannot begin, and says why */
export function asked(ask: AskMfaCode | undefined): Asked {
  let asking = 0;
  return {
    isAsking: () => asking > 0,
    askMfaCode: async (serial) => {
      if (!ask) {
        const error = new Error(
          `the MFA device ${serial} asks for a code, and there is no terminal`,
        );
        error.name = nobodyToAskCode;
        throw error;
      }
      asking += 1;
      try {
        return await ask(serial);
      } finally {
        asking -= 1;
      }
    },
  };
}
