using System.Collections.Concurrent;
using Kindred.Core.Accounts;
using Kindred.Sample;
using Kindred.Tests.Accounts;

namespace Kindred.Tests.Engagement;

/// <summary>The invented company as files and as facts, made once a seed for all tests of this folder.</summary>
internal sealed record SampleReading(SampleCompany Company, AccountFacts Facts)
{
    public static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly ConcurrentDictionary<int, Lazy<SampleReading>> Made = new();

    /// <summary>Seeds the planted effects are looked for in: the shipped one and two others.</summary>
    public static int[] Seeds { get; } = [18, 1, 2];

    public static SampleReading Of(int seed) => Made.GetOrAdd(seed, one => new Lazy<SampleReading>(() => Make(one))).Value;

    private static SampleReading Make(int seed)
    {
        var folder = Path.Combine(Path.GetTempPath(), "kindred-reading-" + Guid.NewGuid().ToString("N"));
        try
        {
            var company = SampleCompany.Generate(SampleOptions.Default(AsOf) with { Seed = seed });
            if (!SampleFiles.Write(company, folder).IsAccepted)
            {
                throw new InvalidOperationException("The sample could not be written.");
            }

            return new SampleReading(company, AccountsRun.Facts(new AssemblyOptions(AsOf), ReadFiles.Read(Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))));
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
