namespace Kindred.Core.Accounts;

/// <summary>Product usage of one account in one month, by feature.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Feature">Feature or event; empty when the file names none.</param>
/// <param name="Count">Sum of counts (rows when the file has no count).</param>
/// <param name="Seconds">Sum of durations; 0 when the file has none.</param>
/// <param name="Rows">Source rows.</param>
/// <param name="FirstOn">First day of use in the month: the first of all is when a customer first got value, where that event is named.</param>
public sealed record Usage(int Account, DateOnly Month, string Feature, double Count, double Seconds, int Rows, DateOnly FirstOn);
