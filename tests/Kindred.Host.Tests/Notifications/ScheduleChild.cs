using System.Diagnostics;
using Kindred.Core.Notifications;
using Kindred.Host.Tests.Members;
using Kindred.Storage;
using Kindred.Web.Viewing;

namespace Kindred.Host.Tests.Notifications;

/// <summary>This test program as a process that keeps the schedule of a folder and mails into another, two years in seconds, until it is done or killed. Each time it starts it goes on a little before where the log ends.</summary>
internal static class ScheduleChild
{
    private const string Variable = "KINDRED_SCHEDULE_CHILD";

    public static Process Start(string workspace, string mails)
    {
        var host = Environment.ProcessPath!;
        var program = typeof(ScheduleChild).Assembly.Location;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet" ? new ProcessStartInfo(host, [program]) : new ProcessStartInfo(host);
        start.RedirectStandardOutput = true;
        start.Environment[Variable] = workspace + "\n" + mails;
        start.Environment["KINDRED_CHILD"] = typeof(ScheduleChild).FullName;
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync()
    {
        var parts = Environment.GetEnvironmentVariable(Variable)!.Split('\n');
        var clock = new TestClock();
        var schedule = new ScheduleLife(0, "Asia/Seoul", TimeSpan.FromDays(1)).Schedule;
        while (true)
        {
            if (!(await Workspace.OpenAsync(parts[0], clock, CancellationToken.None)).TryGet(out var workspace, out var reasons))
            {
                if (reasons[0].Code != "storage.workspace-locked")
                {
                    return 1;
                }

                await Task.Delay(15);
                continue;
            }

            using (workspace)
            {
                var last = (await workspace.Reviews.EntriesAsync(null, CancellationToken.None)).LastOrDefault()?.At ?? ScheduleLife.Start;
                clock.Pass(last.AddHours(-6) - clock.GetUtcNow());
                var deliver = new DeliverMail(workspace.Outbox, new MailPost(() => new SharingSettings { MailFrom = "kindred@example.co.kr", MailFolder = parts[1] }), clock);
                for (var turn = 0; turn < 60 && clock.GetUtcNow() < ScheduleLife.End; turn++)
                {
                    await ScheduleLife.RoundAsync(workspace, schedule, clock, CancellationToken.None);
                    await deliver.RunAsync(CancellationToken.None);
                    clock.Pass(TimeSpan.FromHours(12));
                }

                if (clock.GetUtcNow() >= ScheduleLife.End)
                {
                    clock.Pass(TimeSpan.FromDays(1));
                    await deliver.RunAsync(CancellationToken.None);
                    Console.WriteLine("done");
                    return 0;
                }
            }

            // The other may have the folder for a while.
            await Task.Delay(30);
        }
    }
}
