using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>One range of a band scheme: <c>From</c> ≤ value &lt; <c>Below</c>.</summary>
/// <param name="Label">Name for people.</param>
/// <param name="From">Smallest value inside.</param>
/// <param name="Below">First value outside; infinity for the last band.</param>
public sealed record Band(Wording Label, double From, double Below);
