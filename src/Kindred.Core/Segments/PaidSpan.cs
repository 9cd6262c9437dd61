using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>A span of days an amount is paid for every month.</summary>
internal readonly record struct PaidSpan(int Account, DateOnly From, DateOnly? To, Money? Monthly);
