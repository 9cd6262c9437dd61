using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Success;
using Kindred.Core.Tables;
using Kindred.Tests.Patterns;
using Xunit;

namespace Kindred.Tests.Success;

/// <summary>Churn of a flat snapshot.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Run_Telco_MeetsTheWitness()
    {
        var read = Planted.Read("data/ibm-telco-churn/Telco-Customer-Churn.csv");
        var folds = new byte[read.RowCount];
        foreach (var line in File.ReadLines(Planted.Shared("witness/folds/telco.csv")).Skip(1).Select(line => line.Split(',')))
        {
            folds[int.Parse(line[0], CultureInfo.InvariantCulture)] = byte.Parse(line[1], CultureInfo.InvariantCulture);
        }

        var study = StudySnapshot.Run(new SnapshotRequest(read, "Churn", "Yes", ["customerID"]) { Folds = folds }).Value;
        Assert.Contains("tenure", study.Fields);
        Assert.Equal((7043, 1869), (study.N, study.Left));
        // scikit-learn's logistic regression on the same folds: AUC 0.84934, log-loss 0.41148, Brier 0.13342, pooled ECE 0.0090.
        Assert.Equal(0.84934, study.Auc, 0.003);
        Assert.Equal(0.41148, study.LogLoss, 0.003);
        Assert.Equal(0.13342, study.Brier, 0.001);
        Assert.InRange(study.Slope, 0.9, 1.1);
        Assert.True(study.ExpectedError <= 0.03, study.ExpectedError.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(7043 - 1869, study.Customers.Count);
        Assert.All(study.Customers, customer => Assert.True(customer.Risk.Low <= customer.Risk.Probability && customer.Risk.Probability <= customer.Risk.High));
    }

    [Fact]
    public void Run_WhatCannotBeUsed_IsRefusedWithTheReason()
    {
        var table = new Table("t", [TextColumn.From("left", [.. Enumerable.Range(0, 200).Select(i => i < 20 ? "yes" : "no")]), TextColumn.From("one", [.. Enumerable.Repeat("x", 200)])]);
        Refused(StudySnapshot.Run(new SnapshotRequest(table, "gone", "yes", [])), "success.no-such-column", "gone");
        Refused(StudySnapshot.Run(new SnapshotRequest(table, "left", "maybe", [])), "success.no-such-value", "maybe");
        Refused(StudySnapshot.Run(new SnapshotRequest(table, "left", "yes", [])), "success.too-few", "left");
        var even = new Table("t", [TextColumn.From("left", [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "yes" : "no")]), TextColumn.From("one", [.. Enumerable.Repeat("x", 200)])]);
        Refused(StudySnapshot.Run(new SnapshotRequest(even, "left", "yes", [])), "success.no-fields", "t");
    }

    private static void Refused(Result<SnapshotChurnStudy> result, string code, string subject)
    {
        Assert.False(result.IsAccepted);
        Assert.Equal((code, subject), (result.Reasons[0].Code, result.Reasons[0].Subject));
        Assert.All(result.Reasons, reason => Assert.True(reason.Message.Ko.Length > 10 && reason.Message.En.Length > 10));
    }
}
