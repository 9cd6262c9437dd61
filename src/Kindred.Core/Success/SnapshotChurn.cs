using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Success;

/// <summary>A flat table with one row a customer, some of which left.</summary>
/// <param name="Table">The table.</param>
/// <param name="EventColumn">Column that says who left.</param>
/// <param name="EventValue">Its value for "left".</param>
/// <param name="LeaveOut">Columns not to look at.</param>
/// <param name="Seed">Of folds and draws.</param>
public sealed record SnapshotRequest(Table Table, string EventColumn, string EventValue, IReadOnlyList<string> LeaveOut, long Seed = 1)
{
    /// <summary>Per row its fold 0–4, where they are given (for comparison with other programs); null deals them.</summary>
    public IReadOnlyList<byte>? Folds { get; init; }
}

/// <summary>A customer still there in a snapshot.</summary>
/// <param name="Row">Row of the table, from 0.</param>
/// <param name="Name">What the first column without repeats says; empty without one.</param>
/// <param name="Risk">Probability of being among those that left, and why.</param>
public sealed record SnapshotCustomer(int Row, string Name, ChurnRisk Risk);

/// <summary>
/// Who left, explained from one snapshot. Cross-sectional: a snapshot does not say when anybody left, so the probability is that of having left by then, with the length of the contract one field among the others, and no forecast of ninety days.
/// </summary>
/// <param name="N">Rows with a known outcome.</param>
/// <param name="Left">Of them left.</param>
/// <param name="Fields">Columns used.</param>
/// <param name="LeftOut">Columns not used, and why.</param>
/// <param name="Auc">Held out over five folds, mean of folds.</param>
/// <param name="AucLow">Lower end of its 95 % interval.</param>
/// <param name="AucHigh">Upper end.</param>
/// <param name="Slope">Calibration slope of the held-out probabilities, pooled.</param>
/// <param name="SlopeLow">Lower end of its 95 % interval.</param>
/// <param name="SlopeHigh">Upper end.</param>
/// <param name="LogLoss">Held out, pooled.</param>
/// <param name="Brier">Held out, pooled.</param>
/// <param name="ExpectedError">Expected calibration error over ten bins, pooled.</param>
/// <param name="ExpectedErrorLimit">What a perfect model would stay below in 95 of 100 draws.</param>
/// <param name="Customers">Customers still there, highest probability first.</param>
public sealed record SnapshotChurnStudy(int N, int Left, IReadOnlyList<string> Fields, IReadOnlyList<Wording> LeftOut, double Auc, double AucLow, double AucHigh, double Slope, double SlopeLow, double SlopeHigh, double LogLoss, double Brier, double ExpectedError, double ExpectedErrorLimit, IReadOnlyList<SnapshotCustomer> Customers);
