using Kindred.Core.Basics;

namespace Kindred.Core.Tables;

/// <summary>A row that was not taken: nothing is dropped in silence (rows = accepted + rejected).</summary>
/// <param name="RowNumber">Physical line in the file on which the row starts, 1-based, header included.</param>
/// <param name="Reason">Why.</param>
/// <param name="RawText">The row as it stood in the file, at most 4,096 characters.</param>
public sealed record Reject(long RowNumber, Reason Reason, string RawText);
