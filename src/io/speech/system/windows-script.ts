// What PowerShell runs to list and speak the voices of Windows: questions and answers as lines of JSON.

/**
 * For Windows PowerShell 5.1, which every Windows has and PowerShell 7 is not: only it knows
 * System.Speech. ASCII alone, since 5.1 reads a script as the system's code page; so are the answers,
 * with `\u` before what is not ASCII. The text comes as Base64 of its UTF-8. Ends with its input.
 */
export const windowsScript = String.raw`$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

Add-Type -AssemblyName System.Speech
$bits = [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen
$channel = [System.Speech.AudioFormat.AudioChannel]::Mono
$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo -ArgumentList 22050, $bits, $channel
$escape = [System.Text.RegularExpressions.MatchEvaluator] {
  param($match)
  '\u{0:x4}' -f [int][char]$match.Value
}

function Send-Answer($answer) {
  $json = ConvertTo-Json -InputObject $answer -Compress -Depth 4
  [Console]::Out.WriteLine([regex]::Replace($json, '[^\x20-\x7e]', $escape))
  [Console]::Out.Flush()
}

function Get-Voices {
  $synthesizer = New-Object System.Speech.Synthesis.SpeechSynthesizer
  try {
    foreach ($installed in $synthesizer.GetInstalledVoices()) {
      if (-not $installed.Enabled) { continue }
      $info = $installed.VoiceInfo
      @{
        name = $info.Name
        description = $info.Description
        culture = $info.Culture.Name
        gender = $info.Gender.ToString()
      }
    }
  } finally {
    $synthesizer.Dispose()
  }
}

function Write-Speech($question) {
  $text = [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($question.text))
  # A new one for each text: nothing of the last one is left in it.
  $synthesizer = New-Object System.Speech.Synthesis.SpeechSynthesizer
  try {
    $synthesizer.SelectVoice($question.voice)
    $synthesizer.Rate = [int]$question.rate
    $synthesizer.SetOutputToWaveFile($question.file, $format)
    $synthesizer.Speak($text)
  } finally {
    # Also closes the file.
    $synthesizer.Dispose()
  }
}

while ($null -ne ($line = [Console]::In.ReadLine())) {
  if ($line.Trim() -eq '') { continue }
  $question = ConvertFrom-Json -InputObject $line
  try {
    if ($question.ask -eq 'voices') {
      Send-Answer @{ id = $question.id; voices = @(Get-Voices) }
    } else {
      Write-Speech $question
      Send-Answer @{ id = $question.id }
    }
  } catch {
    Send-Answer @{ id = $question.id; error = $_.Exception.Message }
  }
}
`
