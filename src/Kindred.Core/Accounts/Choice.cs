namespace Kindred.Core.Accounts;

/// <summary>One value to tick.</summary>
/// <param name="Value">As in the file.</param>
/// <param name="Count">Rows that bear it.</param>
/// <param name="IsChosen">Ticked by default.</param>
public sealed record Choice(string Value, int Count, bool IsChosen);
