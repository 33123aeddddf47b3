/** The largest page of every list of the RDS API. */
export const pageSize = 100;
