namespace Kindred.Core.Market;

/// <summary>Firms of one size band of the official table.</summary>
/// <param name="From">Smallest number of employees in the band; the first band starts at 0 (firms without employees in the week counted).</param>
/// <param name="To">Largest, or null for the open last band.</param>
/// <param name="Firms">Firms counted.</param>
public sealed record FirmBand(int From, int? To, long Firms);
