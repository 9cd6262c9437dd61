using System.Globalization;
using System.Text.RegularExpressions;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Notifications;

/// <summary>Two processes want the same folder over two years and are killed at random moments: still each thing and each mail once.</summary>
public sealed partial class ScheduleKillTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoProcesses_KilledAtRandomMoments_MakeAndMailEachThingOnce()
    {
        var folder = Directory.CreateTempSubdirectory("kindred-due-kill-").FullName;
        try
        {
            var (workspace, mails) = (Path.Combine(folder, "workspace"), Path.Combine(folder, "mails"));
            var random = new Random(20261122);
            var (kills, done) = (0, false);
            while (!done)
            {
                using var first = ScheduleChild.Start(workspace, mails);
                using var second = ScheduleChild.Start(workspace, mails);
                var patience = kills < 12 ? TimeSpan.FromMilliseconds(900 + (2_500 * random.NextDouble())) : TimeSpan.FromMinutes(3);
                await Task.WhenAny(first.WaitForExitAsync(Ct), second.WaitForExitAsync(Ct), Task.Delay(patience, Ct));
                done = new[] { first, second }.Any(child => child.HasExited && child.ExitCode == 0);
                foreach (var child in new[] { first, second }.Where(child => !child.HasExited))
                {
                    child.Kill();
                    await child.WaitForExitAsync(Ct);
                    kills++;
                }
            }

            using var open = (await Workspace.OpenAsync(workspace, TimeProvider.System, Ct)).Value;
            var log = await open.Reviews.EntriesAsync(null, Ct);
            Assert.Equal(log.Count, log.Select(entry => (entry.Subject, entry.Kind)).Distinct().Count());
            // Mondays from 2026-11-23 to 2028-11-20.
            Assert.Equal(105, log.Count(entry => entry.Subject.StartsWith("note:", StringComparison.Ordinal)));
            Assert.Equal(8, log.Count(entry => entry.Subject.StartsWith("review:", StringComparison.Ordinal)));
            Assert.Equal(log.Count, (await open.Reviews.VerifyAsync(Ct)).Value);
            var files = Directory.GetFiles(mails, "*.eml");
            Assert.Equal(2 * log.Count, files.Length);
            var ids = new HashSet<string>();
            foreach (var file in files)
            {
                Assert.True(ids.Add(MessageId().Match(await File.ReadAllTextAsync(file, Ct)).Groups[1].Value), file);
            }

            Assert.True(kills >= 5, kills.ToString(CultureInfo.InvariantCulture) + " kills");
            TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {log.Count} lines, {files.Length} mails");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("(?im)^Message-ID: *<([^>]+)>")]
    private static partial Regex MessageId();
}
