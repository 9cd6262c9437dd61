using System.Diagnostics;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kindred.Web.Hosting;

/// <summary>Runs the server from the terminal.</summary>
public static class Serve
{
    /// <summary>Serves until it is stopped.</summary>
    /// <returns>0 stopped, 1 refused, 2 wrong usage, 3 the world failed.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var started = Stopwatch.GetTimestamp();
        if (!WebOptions.Read(args).TryGet(out var options, out var reasons))
        {
            return await RefuseAsync(reasons, Language.English, 2);
        }

        var clock = TimeProvider.System;
        if (!(await Site.OpenAsync(options.Data, clock, CancellationToken.None)).TryGet(out var site, out reasons))
        {
            return await RefuseAsync(reasons, options.Language, 1);
        }

        using (site)
        {
            await using var app = WebHost.Build(options, site, clock);
            try
            {
                await app.StartAsync();
            }
            catch (IOException failure)
            {
                var port = Format.Whole(options.Port);
                return await RefuseAsync([new Reason("web.port-in-use", port, new Wording($"포트 {port}을(를) 열 수 없어요: {failure.Message} 다른 Kindred가 켜져 있는지 보거나 --port로 다른 번호를 주세요.", $"Port {port} cannot be opened: {failure.Message} See whether Kindred is running already, or give another --port."))], options.Language, 3);
            }

            var members = app.Services.GetRequiredService<MembersModule>();
            await KnownFolders.RegisterAsync(options.Data, members, CancellationToken.None);
            await SampleStory.TellAsync(app.Services.GetRequiredService<WorkspaceDesk>(), CancellationToken.None);
            await app.Services.GetRequiredService<WorkspaceDesk>().WarmAsync(CancellationToken.None);
            var link = await members.MakeOpenLink.RunAsync(CancellationToken.None);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            var seconds = Format.Fixed(Stopwatch.GetElapsedTime(started).TotalSeconds, 1);
            Console.WriteLine(options.Language == Language.Korean
                ? $"준비됐어요 ({seconds}초). 여기서 시작하세요 → {address}{Shell.Urls.Open}?t={link.Token.Reveal()}\n이 컴퓨터에서만, 한 번만 열려요. 끝내려면 Ctrl+C."
                : $"Ready ({seconds} s). Start here → {address}{Shell.Urls.Open}?t={link.Token.Reveal()}\nIt opens on this computer only, once. Ctrl+C to stop.");
            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<Reason> reasons, Language language, int code)
    {
        foreach (var reason in reasons)
        {
            await Console.Error.WriteLineAsync($"{reason.Message.In(language)} [{reason.Code}]");
        }

        return code;
    }
}
