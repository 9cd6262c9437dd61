using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;
using Kindred.Sample;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Segments;

/// <summary>The planted economics of the invented company, through its files.</summary>
public sealed class SampleSegmentsTests(SampleSegmentsTests.SampleFacts sample) : IClassFixture<SampleSegmentsTests.SampleFacts>
{
    [Fact]
    public void SmallServices_PassTwoTargetsAndFailTheThird()
    {
        var row = Study(["industry", "size"], "oecd").Find("services", "10–49")!;
        Assert.Equal(0.042, row[SegmentMeasure.LogoChurn].Observed!.Value, 0.002);
        Assert.Equal(11, row[SegmentMeasure.Payback].Value!.Value, 0.3);
        Assert.Equal(2.2, row[SegmentMeasure.ImpliedRatio].Observed!.Value, 0.1);
        Assert.Equal([true, false, true], row.Checks.Select(check => check.IsMet));
        Assert.Equal(SegmentVerdict.LookCloser, row.Verdict);
        Assert.Contains("2 of 3", row.Reason.En, StringComparison.Ordinal);
        Assert.Contains("3개 중 2개", row.Reason.Ko, StringComparison.Ordinal);
        Assert.NotNull(row.Consistency);
        Assert.True(row.IsPooled);
    }

    [Fact]
    public void Core_KeepsItsCustomersAndPaysBackInTenMonths()
    {
        var row = Study(["icp"]).Find("core")!;
        Assert.Equal(0.004, row[SegmentMeasure.LogoChurn].Observed!.Value, 0.0015);
        Assert.Equal(10, row[SegmentMeasure.Payback].Value!.Value, 0.3);
        Assert.True(row[SegmentMeasure.ClvToCac].Value > 4, row[SegmentMeasure.ClvToCac].ToString());
        Assert.Equal(SegmentVerdict.Keep, row.Verdict);
        Assert.True(row.AgainstRest!.P < 0.001);
    }

    [Fact]
    public void Shops_AreEasilyWonAndCostMoreThanTheyBring()
    {
        var row = Study(["icp"]).Find("regret")!;
        Assert.Equal(0.072, row[SegmentMeasure.LogoChurn].Observed!.Value, 0.008);
        Assert.Equal(11.9, row[SegmentMeasure.Payback].Value!.Value, 0.3);
        Assert.Equal(1.2, row[SegmentMeasure.ImpliedRatio].Observed!.Value, 0.12);
        Assert.Equal(SegmentVerdict.StopAndAsk, row.Verdict);
    }

    [Fact]
    public void Giants_FourCustomers_NobodyCanTellYet()
    {
        var row = Study(["size"]).Find("1,000 and more")!;
        Assert.Equal(4, row[SegmentMeasure.CustomersEver].Value);
        Assert.Equal(SegmentVerdict.CannotTell, row.Verdict);
        Assert.StartsWith("아직 말할 수 없어요", row.Reason.Ko, StringComparison.Ordinal);
        Assert.Equal((4, 5), (row[SegmentMeasure.LogoChurn].N, row[SegmentMeasure.LogoChurn].Need));
    }

    [Fact]
    public void Study_EveryFigure_IsFiniteAndMisfitsTakeTheSupport()
    {
        var study = Study(["icp"]);
        StudyTests.IsFinite(study);
        Assert.True(study.MisfitSupport.Value > 2 * study.MisfitCustomers);
        Assert.All(study.Overall.Movements, month => Assert.Equal(month.Closing, month.Opening + month.New + month.Reactivation + month.Expansion - month.Contraction - month.Churn));
        Assert.True(study.Traits.IsAccepted);
        foreach (var field in new[] { "plan", "role", "region", "channel", "contract-year", "country" })
        {
            StudyTests.IsFinite(Study([field]));
        }
    }

    private SegmentStudy Study(IReadOnlyList<string> by, string sizes = "worksheet") =>
        SegmentsModule.Study(sample.Facts, new SegmentRequest { By = by, SizeScheme = sizes, Rates = SampleRates.Table }, sample.Standing).Value;

    /// <summary>The sample's facts, read from its files once; companies stand as planted (an empty head count cannot be told).</summary>
    public sealed class SampleFacts : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("kindred-segments-").FullName;

        public SampleFacts()
        {
            var day = new DateOnly(2026, 11, 21);
            Assert.True(SampleFiles.Write(SampleCompany.Generate(SampleOptions.Default(day)), _folder).IsAccepted);
            Facts = AccountsRun.Facts(new AssemblyOptions(day), ReadFiles.Read(Directory.GetFiles(_folder, "*.csv").Order(StringComparer.Ordinal)));
            using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, SampleFiles.TruthName)));
            var state = new Dictionary<string, AccountState>(StringComparer.Ordinal);
            foreach (var (name, own) in new[] { ("core", AccountState.Core), ("adjacent", AccountState.Adjacent), ("regret", AccountState.Regret), ("anti", AccountState.Anti) })
            {
                foreach (var id in truth.RootElement.GetProperty(name).GetProperty("companies").EnumerateArray())
                {
                    state[Format.Whole(id.GetInt64())] = own;
                }
            }

            Standing = [.. Facts.Companies.Select(company => new ClassifiedAccount(company.Index, state.GetValueOrDefault(company.Key, AccountState.Outside), [], [], false))];
        }

        internal AccountFacts Facts { get; }

        internal IReadOnlyList<ClassifiedAccount> Standing { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
