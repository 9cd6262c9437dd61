using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>One entry of a bank.</summary>
/// <param name="Id">Stable key: <c>decision-maker-interview.words</c>.</param>
/// <param name="Text">The question, the check or the name of a field.</param>
/// <param name="Detail">What it means or an example, or null.</param>
public sealed record BankItem(string Id, Wording Text, Wording? Detail);
