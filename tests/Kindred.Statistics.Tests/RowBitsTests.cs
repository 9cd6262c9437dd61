using System.Diagnostics;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.Tests;

public class RowBitsTests
{
    // By hand: {0,1,2} and {1,2,3,70} share two of five rows.
    [Fact]
    public void Jaccard_OfTwoSets_IsSharedOverEither() => Assert.Equal(2.0 / 5, RowBits.Jaccard(Set(0, 1, 2), Set(1, 2, 3, 70)), Tolerances.Strict);

    [Fact]
    public void Jaccard_OfTwoEmptySets_IsOne() => Assert.Equal(1, RowBits.Jaccard(Set(), Set()));

    [Fact]
    public void Jaccard_OfSetsApart_IsZero() => Assert.Equal(0, RowBits.Jaccard(Set(0, 64), Set(1, 65)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(128, 2)]
    public void WordsFor_Rows_IsEnoughAndNoMore(int rows, int words) => Assert.Equal(words, RowBits.WordsFor(rows));

    /// <summary>The kernels without AVX-512 and BMI2, in a process of its own that has them switched off: the same counts on every machine.</summary>
    [Fact]
    public async Task Kernels_WithoutVectorInstructions_CountTheSame()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(RowBitsTests).Assembly.Location);
        }

        start.Environment["KINDRED_CHILD"] = typeof(PlainMachine).FullName;
        start.Environment["DOTNET_EnableHWIntrinsic"] = "0";
        using var child = Process.Start(start)!;
        var errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, output + await errors);
        Assert.Equal(PlainMachine.Counts(), output.Trim());
        Assert.NotEqual(PlainMachine.Counts(seed: 8), output.Trim());
    }

    private static ulong[] Set(params int[] rows)
    {
        var set = new ulong[2];
        foreach (var row in rows)
        {
            RowBits.Set(set, row);
        }

        return set;
    }
}

/// <summary>Prints what the kernels count; run by a test in a process whose vector instructions are switched off.</summary>
public static class PlainMachine
{
    public static async Task<int> RunAsync()
    {
        if (System.Runtime.Intrinsics.X86.Bmi2.X64.IsSupported || System.Runtime.Intrinsics.X86.Avx512F.IsSupported)
        {
            await Console.Error.WriteLineAsync("Vector instructions are still on.");
            return 1;
        }

        await Console.Out.WriteLineAsync(Counts());
        return 0;
    }

    public static string Counts(int seed = 7)
    {
        var random = new SeededRandom(seed);
        var results = new List<string>();
        foreach (var words in new[] { 1, 8, 63, 64, 65, 200 })
        {
            var left = Enumerable.Range(0, words).Select(_ => random.NextBits()).ToArray();
            var right = Enumerable.Range(0, words).Select(_ => random.NextBits() & random.NextBits()).ToArray();
            var into = new ulong[words];
            RowBits.Compress(left, right, into);
            var folded = into.Aggregate(0UL, (sum, word) => ulong.RotateLeft(sum, 5) ^ word);
            results.Add(FormattableString.Invariant($"{RowBits.Count(left)} {RowBits.CountOfBoth(left, right)} {folded:x}"));
        }

        return string.Join(' ', results);
    }
}
