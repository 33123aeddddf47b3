/** Asks for the next page, as every list of the RDS API wants it. Amazon RDS API reference, "DescribeDBInstances". */
export function turnPage<I>(input: I, Marker: string): I {
  return { ...input, Marker };
}

/** The largest page of every list of the RDS API. */
export const pageSize = 100;
