namespace Kindred.Core.Leads;

/// <summary>What a person found out about a lead. Only ever added: an answer is corrected by a later one and taken back by one without a value.</summary>
/// <param name="Id">1, 2, … in the workspace; 0 before it is stored.</param>
/// <param name="Lead">Lead id.</param>
/// <param name="Field">Field of the card it answers.</param>
/// <param name="Value">The answer; null takes the earlier one back.</param>
/// <param name="By">Who said so; null for nobody named.</param>
/// <param name="At">When.</param>
public sealed record AnswerRecord(long Id, string Lead, string Field, string? Value, string? By, DateTimeOffset At);
