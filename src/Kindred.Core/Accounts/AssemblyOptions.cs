using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>How to put facts together.</summary>
/// <param name="AsOf">The day the data speaks for; null takes the last day on which anything happened in it (2000-01-01 when the files hold no date at all).</param>
/// <param name="Answers">Answers to the questions; null keeps the defaults.</param>
/// <param name="Rates">Exchange rates; null adds no currencies.</param>
/// <param name="Currency">ISO currency amounts are compared in; null takes the commonest.</param>
/// <param name="Corrections">What people corrected; null for nothing.</param>
public sealed record AssemblyOptions(DateOnly? AsOf = null, Answers? Answers = null, ExchangeRates? Rates = null, string? Currency = null, Corrections? Corrections = null);
