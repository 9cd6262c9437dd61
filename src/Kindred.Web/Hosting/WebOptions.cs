using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Web.Hosting;

/// <summary>What the server was started with.</summary>
/// <param name="Data">The one data folder: people, keys, and a sub-folder for every workspace.</param>
/// <param name="Port">TCP port on the loopback address, 0 for any free one.</param>
/// <param name="Language">Language of the terminal.</param>
public sealed record WebOptions(string Data, int Port = WebOptions.DefaultPort, Language Language = Language.English)
{
    /// <summary>The port when none is named.</summary>
    public const int DefaultPort = 5170;

    /// <summary>Reads the command line.</summary>
    /// <returns>The options; refused: <c>web.unknown-option</c>, <c>web.port</c>.</returns>
    public static Result<WebOptions> Read(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new WebOptions("kindred-data");
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--data" when value is not null:
                    options = options with { Data = value };
                    break;
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue:
                    options = options with { Port = port };
                    break;
                case "--port":
                    return Result.Refused<WebOptions>("web.port", "--port", $"--port '{value}'는 포트 번호가 아니에요. 0–65535에서 골라 주세요.", $"--port '{value}' is no port. Choose 0–65535.");
                case "--lang" when value is "ko" or "en":
                    options = options with { Language = value == "ko" ? Language.Korean : Language.English };
                    break;
                default:
                    return Result.Refused<WebOptions>("web.unknown-option", args[i], $"'{args[i]}'을(를) 모르겠어요. 쓸 수 있는 것: --data 폴더 --port 번호 --lang ko|en", $"'{args[i]}' is not known. Allowed: --data FOLDER --port NUMBER --lang ko|en");
            }
        }

        return Result.Accepted(options);
    }
}
